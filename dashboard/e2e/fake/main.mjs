// Serves the built dashboard over canned data: npm run fake [-- PORT]
import { startFake } from "./server.mjs";

const { url } = await startFake({ port: Number(process.argv[2] ?? 8080) });
console.log(url);

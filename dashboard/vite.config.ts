import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const coordinator = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "target/classes/dashboard",
    emptyOutDir: true,
    target: "es2022",
    license: { fileName: "licenses.md" },
  },
  server: { proxy: { "/api": coordinator, "/health": coordinator } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});

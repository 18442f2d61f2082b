import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { dataset, datasets, families, nodes, samplers, schedulers } from "./catalog.mjs";
import { importance, pareto } from "./analysis.mjs";
import { dryRun, mistakes } from "./validate.mjs";
import { World } from "./world.mjs";

const built = fileURLToPath(new URL("../../target/classes/dashboard/", import.meta.url));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const sorts = {
  number: (a, b) => a.number - b.number,
  value: (a, b) => (a.value ?? 0) - (b.value ?? 0),
  duration: (a, b) => (Date.parse(a.finishedAt) || 0) - Date.parse(a.startedAt) - ((Date.parse(b.finishedAt) || 0) - Date.parse(b.startedAt)),
};

class Refusal extends Error {
  constructor(status, title, detail, errors) {
    super(detail);
    this.problem = { type: "about:blank", title, status, detail, ...(errors && { errors }) };
  }
}

/** A stand-in for the coordinator with canned, moving data; resolves once it listens. */
export async function startFake({ port = 0, epochMillis = 400, token } = {}) {
  const world = new World();
  world.populate();
  const timer = setInterval(() => world.tick(), epochMillis);
  const server = createServer((request, response) => {
    authorized(request, token)
      .then(() => answer(world, request, response))
      .catch((error) => refuse(response, error));
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => {
    clearInterval(timer);
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, world, stop };
}

async function authorized(request, token) {
  if (token === undefined || !request.url.startsWith("/api/")) return;
  if (request.headers.authorization !== `Bearer ${token}`) throw new Refusal(401, "Unauthorized", "Send a token that this cluster knows.");
}

function refuse(response, error) {
  const problem = error.problem ?? { title: "Internal error", status: 500, detail: error.stack };
  send(response, problem.status, problem, "application/problem+json");
}

function send(response, status, body, type = "application/json") {
  response.writeHead(status, { "Content-Type": type });
  response.end(JSON.stringify(body));
}

async function answer(world, request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://fake");
  if (!pathname.startsWith("/api/")) return page(pathname, response);
  const [what, id, ...rest] = pathname.slice("/api/v1/".length).split("/");
  if (what === "events") return world.events.follow(request, response);
  if (what === "sweeps" && id === "validate") return send(response, 200, dryRun(checked(await body(request))));
  if (what === "sweeps" && id) return sweep(world, id, rest, searchParams, request, response);
  if (what === "sweeps" && request.method === "POST") return send(response, 201, world.add(checked(await body(request))).view());
  if (what === "datasets" && request.method === "POST") return upload(searchParams, await bytes(request), response);
  const lists = { sweeps: () => listed(world, searchParams), nodes: () => nodes(world.running()), "model-families": () => families, samplers: () => samplers, schedulers: () => schedulers, datasets: () => datasets };
  if (!lists[what]) throw new Refusal(404, "Not found", `There is no route ${pathname}.`);
  send(response, 200, { items: lists[what](), next: null });
}

function listed(world, query) {
  const state = query.get("state");
  return [...world.sweeps.values()].map((one) => one.view()).filter((view) => !state || view.state === state);
}

function sweep(world, id, [what, number, detail], query, request, response) {
  const one = world.sweeps.get(id);
  if (!one) throw new Refusal(404, "Sweep not found", `No sweep has the id ${id}.`);
  if (what === undefined) return send(response, 200, one.view());
  if (what === "importance") return send(response, 200, importance(one, query));
  if (what === "pareto") return send(response, 200, pareto(one));
  if (what === "events") return world.logs.get(id).follow(request, response, one.view());
  if (request.method === "POST" && number === undefined) {
    one.steer(what);
    return send(response, 200, one.view());
  }
  if (number === undefined) return send(response, 200, trials(one.trials, query));
  const trial = one.trials[Number(number)];
  if (!trial) throw new Refusal(404, "Trial not found", `Sweep ${id} has no trial ${number}.`);
  if (detail === "metrics") return send(response, 200, { items: one.curves[trial.number].points, next: null });
  if (detail === "log") return response.writeHead(200, { "Content-Type": "text/plain; charset=utf-8" }).end(one.log(trial));
  if (detail === "stop") one.settle(trial, "pruned", "stopped by a person");
  send(response, 200, trial);
}

function trials(all, query) {
  const sign = query.get("order") === "desc" ? -1 : 1;
  const order = sorts[query.get("sort") ?? "number"];
  const state = query.get("state");
  const sorted = all.filter((trial) => !state || trial.state === state).sort((a, b) => sign * order(a, b));
  const from = Number(query.get("cursor") ?? 0);
  const to = from + Number(query.get("limit") ?? 100);
  return { items: sorted.slice(from, to), next: to < sorted.length ? String(to) : null };
}

function checked(spec) {
  const errors = mistakes(spec);
  if (errors.length > 0) throw new Refusal(422, "The sweep is not valid", `${errors.length} fields need a change.`, errors);
  return spec;
}

function upload(query, content, response) {
  if (content.length === 0) throw new Refusal(422, "The data set is not valid", "The file is empty.");
  const added = dataset(query.get("name"), query.get("task"), { bytes: content.length, target: query.get("target"), createdAt: new Date().toISOString() });
  datasets.push(added);
  send(response, 201, added);
}

async function bytes(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const body = async (request) => JSON.parse(await bytes(request));

async function page(pathname, response) {
  if (pathname.startsWith("/health/")) return send(response, 200, { status: "up" });
  const path = extname(pathname) === "" ? "/index.html" : normalize(pathname);
  const content = await readFile(join(built, path)).catch(() => {
    throw new Refusal(404, "Not found", `There is no file ${path}.`);
  });
  response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" });
  response.end(content);
}

// Shows /openapi.json: every route under its tag, with parameters, body and answers.
const element = (name, text = "", className = "") => {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
};

const resolve = (api, node) =>
  node?.$ref ? node.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : node;

const schemaText = (api, schema, depth = 0) => {
  const known = resolve(api, schema);
  if (depth > 6 || known === null || typeof known !== "object") return known;
  if (Array.isArray(known)) return known.map((item) => schemaText(api, item, depth + 1));
  return Object.fromEntries(Object.entries(known).map(([key, value]) => [key, schemaText(api, value, depth + 1)]));
};

function content(api, title, holder) {
  const known = resolve(api, holder);
  const [type, media] = Object.entries(known?.content ?? {})[0] ?? [];
  const part = [element("p", `${title}: ${known?.description ?? ""} ${type ? `(${type})` : ""}`)];
  if (media?.schema) part.push(element("pre", JSON.stringify(schemaText(api, media.schema), null, 2)));
  return part;
}

function route(api, path, method, shared, operation) {
  const box = element("details");
  const head = element("summary");
  head.append(element("code", method.toUpperCase(), "method"), element("code", path), " ", element("span", operation.summary, "hint"));
  box.append(head);
  if (operation.description) box.append(element("p", operation.description));
  for (const parameter of [...shared, ...(operation.parameters ?? [])].map((given) => resolve(api, given))) {
    const needed = parameter.required ? ", required" : "";
    box.append(element("p", `${parameter.name} (${parameter.in}${needed}): ${parameter.description ?? ""}`));
  }
  if (operation.requestBody) box.append(...content(api, "Body", operation.requestBody));
  for (const [status, answer] of Object.entries(operation.responses)) box.append(...content(api, status, answer));
  return box;
}

async function show() {
  const api = await (await fetch("/openapi.json")).json();
  const main = document.getElementById("main");
  main.replaceChildren(element("h1", `${api.info.title} HTTP API, version ${api.info.version}`), element("p", api.info.description));
  for (const tag of api.tags) {
    main.append(element("h2", tag.name), element("p", tag.description));
    for (const [path, { parameters = [], ...operations }] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        if (operation.tags.includes(tag.name)) main.append(route(api, path, method, parameters, operation));
      }
    }
  }
}

show().catch((error) => document.getElementById("main").replaceChildren(element("p", `/openapi.json cannot be shown: ${error.message}`)));

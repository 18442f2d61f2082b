const kept = 5_000;

/** Server-Sent Events with ids, resumed from Last-Event-ID. */
export class EventLog {
  constructor() {
    this.events = [];
    this.next = 1;
    this.streams = new Set();
  }

  add(type, data) {
    const event = { id: this.next++, type, data: JSON.stringify(data) };
    this.events.push(event);
    if (this.events.length > kept) this.events.shift();
    for (const response of this.streams) write(response, event);
  }

  follow(request, response, first) {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const after = request.headers["last-event-id"];
    if (after !== undefined) this.events.filter(({ id }) => id > Number(after)).forEach((event) => write(response, event));
    else if (first) write(response, { id: this.next - 1, type: "sweep", data: JSON.stringify(first) });
    else response.write(": hello\n\n");
    this.streams.add(response);
    response.on("close", () => this.streams.delete(response));
  }
}

function write(response, { id, type, data }) {
  response.write(`id: ${id}\nevent: ${type}\ndata: ${data}\n\n`);
}

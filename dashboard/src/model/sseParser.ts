export interface ServerEvent {
  id: string;
  type: string;
  data: string;
}

/** Cuts a text/event-stream (WHATWG HTML, section 9.2.6) into events, whatever the chunks. */
export class SseParser {
  private rest = "";
  private type = "";
  private data: string[] = [];
  private id = "";

  push(chunk: string): ServerEvent[] {
    const text = this.rest + chunk;
    // A lone CR at the end may be half of a CRLF: it waits for the next chunk.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? "") + text.slice(end);
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.type = value;
    else if (field === "data") this.data.push(value);
    else if (field === "id" && !value.includes("\0")) this.id = value;
    return [];
  }

  private dispatch(): ServerEvent[] {
    const event = { id: this.id, type: this.type || "message", data: this.data.join("\n") };
    const empty = this.data.length === 0;
    this.type = "";
    this.data = [];
    return empty ? [] : [event];
  }
}

import { expect, test } from "vitest";
import { SseParser } from "./sseParser";

test("reads events with id, type and data", () => {
  const events = new SseParser().push('id: 7\nevent: trial\ndata: {"number":1}\n\n');
  expect(events).toEqual([{ id: "7", type: "trial", data: '{"number":1}' }]);
});

test("reads the same from any chunks and line ends", () => {
  const text = "id: 1\r\nevent: a\r\ndata: x\r\ndata: y\r\n\r\nid:2\r\ndata:z\r\n\r\n";
  const whole = new SseParser().push(text);
  const parser = new SseParser();
  expect([...text].flatMap((character) => parser.push(character))).toEqual(whole);
  expect(whole).toEqual([
    { id: "1", type: "a", data: "x\ny" },
    { id: "2", type: "message", data: "z" },
  ]);
});

test("keeps the last id for events that carry none", () => {
  const parser = new SseParser();
  parser.push("id: 5\ndata: a\n\n");
  expect(parser.push("data: b\n\n")[0]?.id).toBe("5");
});

test("ignores comments and events without data", () => {
  expect(new SseParser().push(": beat\n\nevent: sweep\n\n")).toEqual([]);
});

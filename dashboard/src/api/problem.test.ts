import { expect, test } from "vitest";
import { ApiError, problemOf } from "./problem";

test("keeps the problem's own words and field errors", () => {
  const body = JSON.stringify({ title: "Invalid", status: 422, detail: "Two fields", errors: [{ field: "a", message: "b" }] });
  const error = new ApiError(problemOf(422, "", body));
  expect(error.message).toBe("Two fields");
  expect(error.errors).toEqual([{ field: "a", message: "b" }]);
});

test("shows a body that is no problem as it came", () => {
  expect(problemOf(502, "Bad Gateway", "upstream is away")).toEqual({ title: "HTTP 502 Bad Gateway", status: 502, detail: "upstream is away" });
  expect(problemOf(500, "", "")).toEqual({ title: "HTTP 500", status: 500 });
});

import { linear, type Domain } from "../../model/scale";
import { margin, type Frame } from "./Axes";

export function frameOf(width: number, height: number, x: Domain, y: Domain): Frame {
  return {
    width,
    height,
    x,
    y,
    toX: linear(x, margin.left, width - margin.right),
    toY: linear(y, height - margin.bottom, margin.top),
  };
}

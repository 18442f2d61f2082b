/** A seeded generator of numbers from 0 to 1 (mulberry32), so that the canned data is the same each time. */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function draw(space, random) {
  const all = Object.fromEntries(Object.entries(space).map(([name, range]) => [name, drawOne(range, random())]));
  const isActive = ([name]) => Object.entries(space[name].when ?? {}).every(([parent, values]) => values.includes(all[parent]));
  return Object.fromEntries(Object.entries(all).filter(isActive));
}

function drawOne({ type, min, max, scale, step, values }, share) {
  if (type === "categorical") return values[Math.floor(share * values.length)];
  const value = scale === "log" ? min * (max / min) ** share : min + share * (max - min);
  return type === "int" ? Math.round((value - min) / (step ?? 1)) * (step ?? 1) + min : value;
}

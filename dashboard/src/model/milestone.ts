/** Grows by one whenever a count has grown by about a twentieth: what is costly to load again follows this. */
export function milestone(count: number): number {
  return Math.floor(Math.log(count + 1) * 20);
}

/**
 * Acts take turns: so many at once, the others in the order in which they came. One process has one core for them, so more at once would not
 * be faster, only let some wait far longer than others; a few at once still share a commit.
 */
export function createTurns(width: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

/** Runs `work` without what Node warns of meanwhile: that it may change its mind about a function, which no user can act on. */
export function quietly<T>(work: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

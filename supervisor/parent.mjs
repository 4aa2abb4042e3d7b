const PAUSE = 500;

/**
 * npm that is told to end takes its shell with it but not us: we would run on unseen and hold the data folder.
 * Who was started by npm therefore watches whether its parent is still the one it began with. Started by node
 * itself, a parent that goes away means nothing: that is how people put a server into the background.
 * @param {() => void} onGone called once
 * @param {object} [machine]
 * @param {Record<string, string | undefined>} [machine.env]
 * @param {() => number} [machine.readParent]
 * @param {(look: () => void) => (() => void)} [machine.repeat] calls it again and again until it is stopped
 */
export function watchNpm(
  onGone,
  { env = process.env, readParent = () => process.ppid, repeat = everyPause } = {},
) {
  if (!env.npm_lifecycle_event) return;
  const parent = readParent();
  const stop = repeat(() => {
    if (readParent() === parent) return;
    stop();
    onGone();
  });
}

/** @param {() => void} look */
function everyPause(look) {
  // It alone keeps no command running.
  const timer = setInterval(look, PAUSE).unref();
  return () => clearInterval(timer);
}

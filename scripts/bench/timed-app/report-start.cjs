/** In the page: returns when its first content was painted and when what `selector` names was, as times of day. */
function noteStart(selector) {
  const painted = new Promise((finish) => {
    new PerformanceObserver((list, observer) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (!entry) return;
      observer.disconnect();
      finish(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const presented = (finish) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => finish(performance.timeOrigin + performance.now());
      port2.postMessage(null);
    });
  const usable = new Promise((finish) => {
    const look = () => (document.querySelector(selector) ? presented(finish) : requestAnimationFrame(look));
    look();
  });
  return Promise.all([painted, usable]).then(([paintedAt, usableAt]) => ({ paintedAt, usableAt }));
}

/**
 * Writes a line of JSON, `{paintedAt, usableAt}` in milliseconds since 1970, as soon as the page that
 * `--bench-usable=SELECTOR` waits for is there, and quits. Does nothing without that switch.
 */
exports.reportStart = function reportStart(app) {
  const selector = app.commandLine.getSwitchValue('bench-usable');
  if (!selector) return;
  app.on('web-contents-created', (_event, contents) => {
    contents.once('did-navigate', () => {
      contents
        .executeJavaScript(`(${noteStart})(${JSON.stringify(selector)})`)
        .then((times) => process.stdout.write(`\n${JSON.stringify(times)}\n`, () => app.quit()))
        .catch((error) => process.stderr.write(`${error}\n`));
    });
  });
};

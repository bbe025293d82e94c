// What Minber is measured against: one sandboxed window with a page of this folder, named by `--page=`.
const path = require('node:path');
const { app, BrowserWindow } = require('electron');
const { reportStart } = require('../timed-app/report-start.cjs');

reportStart(app);
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  void window.loadFile(path.join(__dirname, `${app.commandLine.getSwitchValue('page')}.html`));
});
app.on('window-all-closed', () => app.quit());

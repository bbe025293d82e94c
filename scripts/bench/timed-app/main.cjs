// Minber as it is built, with somebody who notes when its page is there.
const path = require('node:path');
const { app } = require('electron');
const { reportStart } = require('./report-start.cjs');

const project = path.resolve(__dirname, '../../..');
app.setAppPath(project);
reportStart(app);
require(path.join(project, 'out', 'main', 'main.js'));

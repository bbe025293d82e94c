// The hosted runtime has no default app: this one makes `electron FOLDER [arguments]` work as Electron's own does.
const { app } = require('electron');
const path = require('node:path');

const folderIndex = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (folderIndex === -1) {
  process.stderr.write('Usage: electron FOLDER [arguments]\n');
  process.exit(2);
}
const folder = path.resolve(process.argv[folderIndex]);
const description = require(path.join(folder, 'package.json'));

app.setAppPath(folder);
app.setName(description.productName || description.name);
app.setVersion(description.version);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
require(path.join(folder, description.main));

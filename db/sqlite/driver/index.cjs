// better-sqlite3 as scripts/install-driver.mjs installed it for the running Node.
const { folderFor } = require('./folder.cjs');

const folder = folderFor(process.versions.node);
let driver;
try {
  driver = require(`./${folder}/node_modules/better-sqlite3`);
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  throw new Error(`The database driver for Node ${process.versions.node} is not installed. Run: npm ci`);
}
module.exports = driver;

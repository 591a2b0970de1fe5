/**
 * Which of the two drivers a Node version takes. better-sqlite3 13 brings its binaries along, but ends an older Node
 * with a segmentation fault; 12 runs on Node 20 and must be compiled there.
 */
exports.folderFor = (node) => {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? 'node-22' : 'node-20';
};

/** Of a library, what it is outside jest: see `environment.cjs`. */
module.exports = {
  process: (_source, path) => ({ code: `module.exports = requireLibrary(${JSON.stringify(path)});` }),
  getCacheKey: (_source, path) => path.replaceAll(/\W/g, '_'),
};

/** The directions of imports, design section "the house". Each rule has a seeded violation in test/architecture. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const node = { dependencyTypes: ['core'] };

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/renderer/shell/[a-z-]+\\.css$|\\.d\\.ts$' },
      to: {},
    },
    rule(
      'subjects-are-pure',
      { path: '^src/shared/', pathNot: '^src/shared/ipc/' },
      { path: '^src/shared/ipc/' },
    ),
    rule(
      'shared-knows-shared-only',
      { path: '^src/shared/' },
      { pathNot: '^src/shared/|(^|/)node_modules/(diff|zod|canonicalize|ml-matrix)/' },
    ),
    rule(
      'contract-knows-shared-only',
      { path: '^src/shared/ipc/' },
      { pathNot: '^src/shared/|(^|/)node_modules/zod/' },
    ),
    rule(
      'application-knows-ports-and-subjects',
      { path: '^src/main/application/' },
      { pathNot: '^(src/main/application/|src/main/ports/|src/shared/)|(^|/)node_modules/zod/' },
    ),
    rule(
      'storage-knows-ports-and-subjects',
      { path: '^src/main/storage/' },
      {
        path: '^(src/main/(application|hosts|commands|documents)/|src/(preload|renderer)/)|(^|/)node_modules/(electron|ws)/',
      },
    ),
    rule(
      'identity-knows-ports-and-subjects',
      { path: '^src/main/identity/' },
      {
        path: '^(src/main/(application|hosts|commands|documents|storage)/|src/(preload|renderer)/)|(^|/)node_modules/(electron|ws)/',
      },
    ),
    rule(
      'documents-know-ports-and-subjects',
      { path: '^src/main/documents/' },
      {
        path: '^(src/main/(application|hosts|commands|storage|identity)/|src/(preload|renderer)/)|(^|/)node_modules/(electron|ws)/',
      },
    ),
    rule(
      'checks-know-subjects-and-english',
      { path: '^src/main/checks/' },
      {
        pathNot: '^(src/main/checks/|src/shared/)|(^|/)node_modules/(compromise|unified|retext-[a-z]+)/',
      },
    ),
    rule(
      'english-lives-in-checks',
      { path: '^src/', pathNot: '^src/main/checks/' },
      { path: '(^|/)node_modules/(compromise|unified|retext-[a-z]+)/' },
    ),
    rule(
      'hosts-know-contract-and-ports',
      { path: '^src/main/hosts/' },
      { path: '^(src/main/(application|commands|storage|identity|documents)/|src/(preload|renderer)/)' },
    ),
    rule(
      'preload-knows-the-contract',
      { path: '^src/preload/' },
      { pathNot: '^(src/preload/|src/shared/)|(^|/)node_modules/electron/' },
    ),
    rule(
      'renderer-is-a-web-page',
      { path: '^src/renderer/' },
      { path: '^src/(main|preload)/|(^|/)node_modules/(electron|ws|electron-store|conf)/' },
    ),
    rule('renderer-has-no-node', { path: '^src/renderer/' }, node),
    rule('shared-has-no-node', { path: '^src/shared/' }, node),
    rule('application-has-no-node', { path: '^src/main/application/' }, node),
    rule(
      'subjects-keep-apart',
      { path: '^src/renderer/([^/]+)/', pathNot: '^src/renderer/(lib|shell)/' },
      { path: '^src/renderer/', pathNot: '^src/renderer/(lib|$1)/' },
    ),
    rule('lib-knows-no-subject', { path: '^src/renderer/lib/' }, { path: '^src/renderer/(?!lib/)' }),
    rule(
      'electron-at-its-edges',
      { path: '^src/', pathNot: '^src/(main/index\\.ts$|main/hosts/electron/|preload/index\\.ts$)' },
      { path: '(^|/)node_modules/electron/' },
    ),
    rule(
      'electron-store-in-one-adapter',
      { path: '^src/', pathNot: '^src/main/hosts/electron/electron-settings\\.ts$' },
      { path: '(^|/)node_modules/electron-store/' },
    ),
    rule('nothing-imports-tests', { path: '^src/' }, { path: '^test/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.tsx', '.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'default'],
    },
  },
};

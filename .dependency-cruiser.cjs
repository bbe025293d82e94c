const renderer = (room) => `^renderer/${room}/`;
const FEATURES =
  'bundles|delegates|quotes|editor|player|speakers|annotations|review|library|press|export|import|history|settings';

/** The layers of docs/architecture.md. Each rule is an error and says why in its comment. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means that two modules share one decision; give the decision a module of its own.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'model-imports-itself',
      severity: 'error',
      comment: 'The model is what everything else agrees on, so it depends on nothing.',
      from: { path: '^shared/model/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^shared/model/' },
    },
    {
      name: 'shared-is-pure',
      severity: 'error',
      comment:
        'Shared code runs in both processes and on the command line: no Node, no Electron, no rooms above it.',
      from: { path: '^shared/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: ['^(electron|renderer)/', '^node_modules/electron/'] },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      comment: 'Node is absent from the renderer, where shared code runs too.',
      from: { path: '^shared/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-only-in-shell',
      severity: 'error',
      comment:
        'Services, database, media and handlers are tested without Electron; the command line runs without it.',
      from: { path: '^electron/(services|database|media|ipc|cli)/' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'only-services-join-database-and-media',
      severity: 'error',
      comment: 'A use case joins stores and files; the two know nothing of each other.',
      from: { path: '^electron/(database|media|ipc|shell|cli)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^electron/(database|media)/',
        pathNot: ['^electron/$1/', '^electron/media/media-response\\.ts$'],
      },
    },
    {
      name: 'handlers-know-no-shell',
      severity: 'error',
      comment: 'Handlers reach the desktop through its port, so that tests can give another.',
      from: { path: '^electron/(ipc|services|database|media)/' },
      to: { path: '^electron/(shell/|main\\.ts|preload\\.ts)' },
    },
    {
      name: 'command-line-has-no-window',
      severity: 'error',
      comment: 'The command line calls the use cases themselves; the contract is for the window.',
      from: { path: '^electron/cli/' },
      to: { path: '^electron/(ipc/|shell/|main\\.ts|preload\\.ts)' },
    },
    {
      name: 'renderer-is-sandboxed',
      severity: 'error',
      comment: 'The renderer reaches the main process through the contract alone.',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^electron/', '^node_modules/electron/'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      comment: 'Nothing of Node exists in a sandboxed page.',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-strangers',
      severity: 'error',
      comment:
        'A feature reaches another through the session and its ports; only app.tsx and the frame join them.',
      from: { path: `^renderer/(${FEATURES})/` },
      to: { path: renderer(`(${FEATURES})`), pathNot: '^renderer/$1/' },
    },
    {
      name: 'foundations-know-no-feature',
      severity: 'error',
      comment: 'Primitives, actions, commands and the client serve every feature and depend on none.',
      from: { path: '^renderer/(ui|api|actions|commands|devices)/' },
      to: { path: renderer(`(${FEATURES}|frame)`) },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A module that nothing imports is dead.',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.tsx?$', 'tsconfig\\.json$', '\\.css$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};

/**
 * Which file may import which. Rooms are file names inside feature folders (src/brief/rules.ts); a room that grows is
 * split as `views-card.ts` or `words.en.ts` and stays the same room. The table is in docs; here each row has its reason.
 * What may be imported as a type only is refused as a value by oxlint (no-restricted-imports in .oxlintrc.json): the
 * parser used here does not tell the two apart.
 */
const FEATURE = '^src/(?!kit/|io/)([^/]+)/';
const PART = '[.-][^/]*ts$';

const room = (...names) => `^src/(?!kit/|io/)[^/]+/(${names.join('|')})${PART}`;
const own = (...names) => `^src/$1/(${names.join('|')})${PART}`;
const npm = (...names) => names.map((name) => `^node_modules/${name}/`);

const KIT = '^src/kit/';
const IO = '^src/io/';
/** Types of Slack's blocks: plain shapes without code, so every room may name them. */
const SLACK_TYPES = npm('@slack/types');

/** A room as a list of what it may import; everything else of src, every package and Node itself are refused. */
const only = (name, comment, allowed) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment,
  from: { path: `${FEATURE}${name}${PART}` },
  to: { pathNot: [own(name), KIT, ...SLACK_TYPES, ...allowed] },
});

const rooms = [
  only('model', 'A model is what data look like: it may know other data, never what is done with them.', [
    room('model'),
    ...npm('zod'),
  ]),
  only('rules', 'Rules decide from what they are given, so that each can be tested without a database or Slack.', [
    room('model', 'rules'),
    ...npm('zod'),
  ]),
  only('words', 'Sentences know their parameters and nothing else, or a change of rule would be a change of wording.', [
    own('model'),
  ]),
  only('views', 'A view draws a state: it asks rules what is possible, and never loads or saves.', [
    room('model', 'rules', 'words', 'views'),
  ]),
  only('nudges', 'A nudge is computed from the project and the time, so that a restart or a moved date loses none.', [
    room('model', 'rules', 'words'),
    own('views'),
  ]),
  only('service', 'A use case loads, decides and saves. It does not know which click or command asked for it.', [
    room('model', 'rules', 'words', 'views', 'nudges', 'service'),
    IO,
    ...npm('zod'),
  ]),
  only(
    'listeners',
    'Listeners translate payloads into use cases; whoever decides or stores here escapes the tests of both.',
    [room('model', 'rules', 'words', 'views', 'nudges', 'service'), IO, ...npm('zod', '@slack/bolt', '@slack/web-api')],
  ),
];

const layers = [
  {
    name: 'kit-knows-nothing',
    severity: 'error',
    comment:
      'kit/ is what every room may use, so it may use no room: else all directions could be walked around by it.',
    from: { path: KIT },
    to: { path: '^src/', pathNot: KIT },
  },
  {
    name: 'io-knows-no-feature',
    severity: 'error',
    comment: 'io/ touches the world for all features alike. A feature named there would be coupled to every other one.',
    from: { path: IO },
    to: { path: '^src/', pathNot: [IO, KIT, '^src/config[.]ts$'] },
  },
  {
    name: 'config-knows-nothing',
    severity: 'error',
    comment: 'config.ts is read before anything is built.',
    from: { path: '^src/config[.]ts$' },
    to: { path: '^src/', pathNot: KIT },
  },
  {
    name: 'liaison-is-a-table-of-contents',
    severity: 'error',
    comment: 'liaison.ts lists what the features offer; what needs starting or configuration belongs into main.ts.',
    from: { path: '^src/liaison(-words)?[.]ts$' },
    to: { path: ['^src/main[.]ts$', '^src/config[.]ts$'] },
  },
  {
    name: 'nothing-imports-main',
    severity: 'error',
    comment: 'main.ts starts the bot by being loaded; importing it would start a second one.',
    from: { path: '^(src|test|sandbox|bench|scripts)/' },
    to: { path: '^src/main[.]ts$' },
  },
  {
    name: 'storage-only-in-io',
    severity: 'error',
    comment:
      'Every read and write of the store is bounded, counted and scoped to a workspace in io/; elsewhere none would be.',
    from: { path: '^src/', pathNot: IO },
    to: { path: npm('mongoose', 'mongodb', 'agenda', '@agendajs/[^/]+') },
  },
  {
    name: 'slack-packages-only-at-the-edge',
    severity: 'error',
    comment: 'One way to speak (io/slack.ts) keeps the wall between team and client; kit/ must not have a second one.',
    from: { path: KIT },
    to: { path: npm('@slack/bolt', '@slack/web-api', '@slack/oauth', '@slack/socket-mode') },
  },
  {
    name: 'src-stands-alone',
    severity: 'error',
    comment: 'What runs in production must not depend on what only tests, the demo or development bring along.',
    from: { path: '^src/' },
    to: { path: '^(sandbox|test|scripts|bench|docs)/' },
  },
  {
    name: 'sandbox-does-not-know-the-bot',
    severity: 'error',
    comment: 'The sandbox stands for Slack. If it knew the bot, it could agree with its mistakes.',
    from: { path: '^sandbox/' },
    to: { path: '^src/' },
  },
  {
    name: 'sandbox-stands-beside-tests',
    severity: 'error',
    comment: 'Tests drive the sandbox, and the demo runs it; it needs neither of them.',
    from: { path: '^sandbox/' },
    to: { path: '^(test|bench)/' },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    severity: 'error',
    // Types count here too. Elsewhere oxlint (import/no-cycle) refuses circles of values only.
    comment: 'Files in a circle can only be understood together, and may see each other half loaded.',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'A file of src that nothing imports and that imports nothing is a leftover.',
    from: { path: '^src/', orphan: true, pathNot: '[.]d[.]ts$' },
    to: {},
  },
  {
    name: 'not-resolvable',
    severity: 'error',
    comment: 'An import that is not found would silently escape every rule above.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-development-packages-in-src',
    severity: 'error',
    comment: 'The image is built without development packages: such an import only fails in production.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
];

export default {
  forbidden: [...rooms, ...layers, ...hygiene],
  options: {
    // TypeScript 7 has no interface for other programs yet, so dependencies are read with swc.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The swc parser is not told to read JSX; the page's .tsx files are held by oxlint (no-cycle, no-restricted-imports).
    exclude: { path: ['^(dist|coverage|test/[.]output)/', '[.]tsx$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};

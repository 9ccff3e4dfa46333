import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { builtPages } from '../testing/built-pages.ts'
import { scriptBeyondFloor } from '../testing/floor/script-floor.ts'
import { stylesBeyondFloor } from '../testing/floor/style-floor.ts'

// The pages are built for Chrome 87 and iOS 14: nothing that was built may be written in, or ask for, what those lack.

const pages = builtPages()

/**
 * The maps need WebGL 2, which iOS has from 15 on: there a map is its list (docs/ARCHITECTURE.md, The faces). Its
 * library is fetched when a map is opened, so an old phone parses none of it; its syntax is held all the same.
 */
const mapLibrary = /^(open-map|maplibre-gl-worker)-/

/** What was found and may stay: `in` the files whose names begin so (those without a hash by their path), and why. */
interface Allowed {
  readonly finding: string
  readonly in: readonly string[]
  readonly why: string
}

/** Those that show messages: the field face's own, and that of portal and console. */
const workers = ['field/sw.js', 'push/worker.js']

const allowedScripts: readonly Allowed[] = [
  {
    finding: 'HTMLDialogElement',
    in: ['base'],
    why: 'kit/dialog.tsx asks first, and has a dialog of its own',
  },
  { finding: '.showModal()', in: ['base'], why: 'kit/dialog.tsx, as above' },
  { finding: 'crypto.randomUUID', in: ['base'], why: 'api/identity.ts asks first, and makes ids by itself' },
  { finding: '.requestFullscreen()', in: ['wall'], why: 'asked first, by document.fullscreenEnabled' },
  { finding: 'document.fullscreenEnabled', in: ['wall'], why: 'the question itself' },
  { finding: 'navigator.share', in: ['community', 'receipt-picture'], why: 'asked first; iOS 12.2 has it' },
  { finding: 'reportError', in: ['react'], why: 'React asks its type first' },
  { finding: 'navigation', in: ['react'], why: 'React asks its type first' },
  { finding: 'navigator.connection', in: ['react'], why: 'React asks whether it is there' },
  { finding: 'navigator.locks', in: ['outbox'], why: 'asked first; elsewhere request ids keep it to once' },
  { finding: 'Notification', in: ['messages-card'], why: 'messages/push-device.ts asks first' },
  { finding: 'Notification.permission', in: ['messages-card'], why: 'asked first, as above' },
  { finding: 'Notification.requestPermission', in: ['messages-card'], why: 'asked first, as above' },
  { finding: '.showNotification()', in: workers, why: 'nothing comes where no browser let messages in' },
  { finding: 'setImmediate', in: ['react'], why: 'the scheduler asks its type first' },
  {
    finding: '.startViewTransition()',
    in: ['react', 'tanstack'],
    why: 'asked first; no page of ours turns so',
  },
  { finding: 'document.startViewTransition', in: ['tanstack'], why: 'the question itself' },
  { finding: '.use()', in: ['react'], why: "React's own hook" },
  { finding: '.notify()', in: ['tanstack', 'select'], why: "the libraries' own method" },
  { finding: '.isValid()', in: ['browser'], why: "qrcode's own method" },
  {
    finding: '.mul()',
    in: ['browser', 'console', 'select', 'table'],
    why: "qrcode's and Ant Design's own arithmetic",
  },
  { finding: '.xor()', in: ['browser'], why: "qrcode's own arithmetic" },
  { finding: '.div()', in: ['select', 'table'], why: "Ant Design's own arithmetic" },
  { finding: '.equals()', in: ['table'], why: "Ant Design's own colour" },
  { finding: '.getName()', in: ['config-provider'], why: "Ant Design's own method" },
  { finding: '.range()', in: ['select'], why: "Ant Design's own method" },
  { finding: '.at()', in: ['map'], why: 'a word of the console that is called so' },
  {
    finding: 'Intl.ListFormat',
    in: ['areas'],
    why: 'drawing of boundaries, on the console at a desk (iOS 14.5)',
  },
]

const allowedStyles: readonly Allowed[] = [
  { finding: ':backdrop', in: ['base'], why: 'the native dialog has it wherever there is one' },
  {
    finding: '(forced-colors)',
    in: ['board'],
    why: 'where colours cannot be forced there is nothing to mend',
  },
  { finding: ':fullscreen', in: ['wall'], why: 'where it is not known, a hint and a button stay' },
  {
    finding: 'accent-color',
    in: ['base', 'desk', 'saved-views', 'register-import'],
    why: "ticks keep the browser's colour",
  },
  {
    finding: '@page',
    in: ['base', 'paper', 'receipt-slip', 'posters', 'reports'],
    why: 'margins of paper; a phone keeps its own',
  },
  { finding: 'size', in: ['paper', 'receipt-slip', 'posters'], why: 'as above' },
  {
    finding: 'overflow-wrap: anywhere',
    in: ['people', 'diff-table', 'file-box', 'mediation', 'posters', 'register', 'register-import'],
    why: 'words break by the rule of the whole page',
  },
  { finding: ':focus-visible', in: ['open-map'], why: "the map's own sheet, fetched with it" },
]

const isIn = (file: string, start: string): boolean =>
  file === start || basename(file).startsWith(`${start}-`)

/** Findings that no line allows, and lines that nothing was found for. */
function judged(found: ReadonlyMap<string, readonly string[]>, allowed: readonly Allowed[]) {
  const allows = (file: string, finding: string) => (one: Allowed) =>
    one.finding === finding && one.in.some((start) => isIn(file, start))
  const forbidden = [...found].flatMap(([file, findings]) =>
    findings
      .filter((finding) => !allowed.some(allows(file, finding)))
      .map((finding) => `${file}: ${finding}`),
  )
  const idle = allowed.flatMap(({ finding, in: starts, why }) =>
    starts
      .filter(
        (start) =>
          ![...found].some(([file, findings]) =>
            findings.some((one) => one === finding && isIn(file, start)),
          ),
      )
      .map((start) => `${start}: ${finding} (${why})`),
  )
  return { forbidden, idle }
}

test('scripts', () => {
  const files = pages.files('.js')
  expect(files.length).toBeGreaterThan(30)
  const found = new Map(files.map((file) => [file, scriptBeyondFloor(pages.text(file))]))
  const ofMap = files.filter((file) => mapLibrary.test(basename(file)))
  for (const file of ofMap) {
    expect(found.get(file)!.filter((finding) => finding.startsWith('syntax'))).toEqual([])
    found.delete(file)
  }
  expect(judged(found, allowedScripts)).toEqual({ forbidden: [], idle: [] })
})

test('styles', () => {
  const files = pages.files('.css')
  expect(files.length).toBeGreaterThan(10)
  const found = new Map(files.map((file) => [file, stylesBeyondFloor(pages.text(file))]))
  expect(judged(found, allowedStyles)).toEqual({ forbidden: [], idle: [] })
})

test.each(['index.html', 'field/index.html'])('%s opens no page that waits for the map library', (entry) => {
  const opened = [entry, ...(pages.chunk(entry).dynamicImports ?? [])]
  const reached = opened.flatMap((name) =>
    [...pages.closure(name)].map((one) => basename(pages.chunk(one).file)),
  )
  expect(reached.length).toBeGreaterThan(10)
  expect(reached.filter((file) => mapLibrary.test(file))).toEqual([])
})

test('a line that allows nothing is told', () => {
  const idle = { finding: '.at()', in: ['portal'], why: 'no longer there' }
  const found = new Map([['assets/portal-Ab12.js', ['Object.hasOwn']]])
  expect(judged(found, [idle])).toEqual({
    forbidden: ['assets/portal-Ab12.js: Object.hasOwn'],
    idle: ['portal: .at() (no longer there)'],
  })
})

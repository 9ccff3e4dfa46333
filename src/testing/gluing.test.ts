import { expect, test } from 'vitest'
import { gluedTexts } from './gluing.ts'
import { sourceFiles } from './sources.ts'

// Every string of the interface stands in src/web/words, whole and in both languages: another language has another order.

const pages = sourceFiles(['src/web', 'src/app/plain'], /\.tsx?$/).filter(
  ({ path }) => !/^src\/web\/words\/|\.test\.tsx?$|^src\/web\/kit\/gallery\//.test(path),
)

/** A source that is planted here: `§{` stands for what opens a place in a template. */
const planted = (text: string) => ({ path: 'src/web/planted.tsx', text: text.replaceAll('§', '$') })

/** What looks glued and is not, by its file and its beginning, with why. */
const allowed: readonly (readonly [path: string, begins: string, why: string])[] = [
  [
    'src/web/console/matters/draft.ts',
    "keywords.join('；')",
    'what a person types into a field, and may change',
  ],
  [
    'src/web/console/services/key-shown.tsx',
    'Authorization: Bearer',
    'a header of HTTP, as programs send it',
  ],
  ['src/web/kit/start-face.tsx', "'没有打开", 'said where the words could not be fetched'],
  ['src/web/map/marks.ts', '`600 §{type}px system-ui', 'a font'],
  ['src/web/shared/report/draw-receipt.ts', '`§{weight} §{px}px', 'a font'],
]
const isAllowed = (found: string): boolean => allowed.some((one) => matches(found, one))
const matches = (found: string, [path, begins]: (typeof allowed)[number]): boolean =>
  found.startsWith(`${path}:`) && found.replace(/^\S+:\d+: /, '').startsWith(begins.replaceAll('§', '$'))

const found = pages.flatMap(gluedTexts)

test('pages put no text together and hold none of their own', () => {
  expect(pages.length).toBeGreaterThan(200)
  expect(found.filter((one) => !isAllowed(one))).toEqual([])
})

test('nothing is allowed that is no longer there', () => {
  expect(allowed.filter((one) => !found.some((text) => matches(text, one)))).toEqual([])
})

test.each([
  ['text in markup', '<p>Send it</p>'],
  ['a sign between two', '<p>{row.number} · {place}</p>'],
  ['a sign that stands or not', '<p>{unread > 0 && ` · §{count}`}</p>'],
  ['a sign as a value', "<p>{name}{' · '}{place}</p>"],
  ['a label', '<Button label="Send" />'],
  ['an alternative text', '<img alt="A lamp" />'],
  ['Chinese in a string', "const heading = '公示'"],
  ['Chinese in a template', 'const heading = `§{n} 件`'],
  ['words and a value', 'const { board } = useWords().portal; const text = `§{board.title} §{n}`'],
  ['words and a sign', 'const words = useWords(); const text = `§{words.states.broken}.`'],
  ['words that are handed in', 'const say = (words: Words) => `§{words.states.broken}!`'],
  ['two names', 'const text = `§{nameIn(language, unit)} §{nameIn(language, area)}`'],
  ['a name in brackets', 'const text = `§{unit}（§{role}）`'],
  ['words added up', "const said = useSaid(); const text = said.title + ': ' + n"],
  ['an added sign', "const text = name + ', ' + place"],
  ['words of a plain page', 'const say = ({ words }: Plain) => `§{words.plain.name} §{title}`'],
  ['a list', "const text = names.join('、')"],
  ['a list with commas', "const text = names.join(', ')"],
  ['a list by the words', 'const text = names.join(said.separator)'],
  ['text in a plain page', 'const page = html`<p>Send it</p>`'],
  ['a sign in a plain page', 'const page = html`<title>§{title} · §{name}</title>`'],
])('%s is caught', (_what, text) => {
  expect(gluedTexts(planted(text))).toHaveLength(1)
})

test.each([
  ['a class', '<p className={`card card--§{light}`}>{words.title}</p>'],
  ['what somebody wrote', 'const cut = (words: string) => `§{words.slice(0, 24)}…`'],
  ['an address', 'const to = `/cases/§{id}?place=§{code}`'],
  ['a key', 'const key = `§{caseId} §{requestId}`'],
  ['class names', "const names = ['card', wide && 'wide'].filter(Boolean).join(' ')"],
  ['facts of the words', '<p>{words.common.facts(name, said.count(n))}</p>'],
  ['a drawing', '<span aria-hidden="true">→</span>'],
  ['no alternative text', '<img alt="" />'],
  ['numbers added up', 'const whole = done + open'],
  [
    'markup of a plain page',
    'const page = html`<p><a href="§{to(`/board/§{number}`)}">§{words.title}</a></p>`',
  ],
])('%s is not', (_what, text) => {
  expect(gluedTexts(planted(text))).toEqual([])
})

import type { AnsweringKind } from '../organisations/contract.ts'
import { lines, unitKinds } from './catalogue-words.rule.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

/** Each kind of unit in words; a kind by line names its line. */
const kindWords: Readonly<Record<AnsweringKind, (line: Words) => Words>> = {
  department: ({ zh, en }) => ({ zh: `区${zh}部门`, en: `District department: ${en}` }),
  street_team: ({ zh, en }) => ({ zh: `街道${zh}队伍`, en: `Street team: ${en}` }),
  street_office: () => ({ zh: '街道办事处', en: 'Street office' }),
  community: () => ({ zh: '社区（村）', en: 'Community' }),
  service_centre: () => ({ zh: '便民服务中心', en: 'Service centre' }),
  property_firm: () => ({ zh: '物业企业', en: 'Property firm' }),
  centre: () => ({ zh: '区中心', en: 'District centre' }),
}
const noLine: Words = { zh: '', en: 'any line' }

/** Who answers for a matter, in words: of `answers` in the catalogue, as `unit-kind:line`. Throws RangeError on another text. */
export function answeringWords(answers: string): Words {
  const [kind = '', line = ''] = answers.split(':')
  if (!Object.hasOwn(unitKinds, kind)) throw new RangeError(`no kind of unit: ${answers}`)
  const lineWords = Object.hasOwn(lines, line) ? lines[line as keyof typeof lines] : noLine
  return kindWords[kind as AnsweringKind](lineWords)
}

/** Everything that may answer for a matter, in words: each kind of unit, by line where it goes by line. */
export const everyAnswering = (): { readonly answers: string; readonly zh: string; readonly en: string }[] =>
  Object.entries(unitKinds)
    .flatMap(([kind, { byLine }]) => (byLine ? Object.keys(lines) : ['any']).map((line) => `${kind}:${line}`))
    .map((answers) => ({ answers, ...answeringWords(answers) }))

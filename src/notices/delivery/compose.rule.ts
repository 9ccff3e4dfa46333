import type { Light } from '../../cases/contract.ts'
import { isPrivate } from '../contract.ts'
import type { MessageKind } from './contract.ts'
import { messageWords } from './message-words.rule.ts'
import type { Message } from './robot-body.rule.ts'

type Language = 'zh' | 'en'
type Named = Readonly<Record<Language, string>>

/** One thing to tell, with what may be said of it; null where it has none. */
export interface Item {
  readonly kind: MessageKind
  readonly caseId: string | null
  readonly whistleId: string | null
  readonly number: string | null
  /** The matter's public name. */
  readonly matter: Named | null
  readonly light: Light
  /** The community, or what is wider: nothing nearer leaves the house. */
  readonly area: Named | null
  readonly communityId: string | null
  /** Of an emergency or a drill: its declaration, what was declared, and whether a post of the field is told. */
  readonly emergency: {
    readonly modeId: string
    readonly name: Named | null
    readonly atField: boolean
  } | null
  readonly confidential: boolean
}

/** At most so many are said one by one. */
export const mostLines = 5

const urgency: readonly Light[] = ['red', 'yellow', 'green', 'none']
const byUrgency = (one: Item, other: Item): number =>
  Number(other.kind === 'alert') - Number(one.kind === 'alert') ||
  urgency.indexOf(one.light) - urgency.indexOf(other.light)

const isOwn = (kind: MessageKind): boolean => kind.startsWith('own_')

/** Where it is opened: a resident's own in the portal, a grid's in the field, an office's in the console. */
function pathOf({ kind, caseId, whistleId, communityId, emergency, confidential }: Item): string {
  if (kind === 'account_passkey_added') return '/security'
  if (isOwn(kind)) {
    if (confidential) return '/me'
    if (caseId !== null) return `/my/${caseId}`
    return communityId === null ? '/me' : `/community/${communityId}`
  }
  if (kind === 'alert' || emergency?.atField) return '/field/'
  if (emergency) return `/console/emergency/${emergency.modeId}`
  if (whistleId !== null && !confidential) return `/console/whistles/${whistleId}`
  if (confidential || caseId === null) return '/console/notices'
  return kind === 'grid_accepted' ? `/field/case/${caseId}` : `/console/cases/${caseId}`
}

/** Where many are opened together. */
function pathOfAll(items: readonly Item[]): string {
  if (items.every(({ kind }) => isOwn(kind))) return '/me'
  return items.every(
    ({ kind, emergency }) => kind === 'grid_accepted' || kind === 'alert' || emergency?.atField,
  )
    ? '/field/'
    : '/console/notices'
}

/** `base`: the address of this installation without a slash behind it, or null where nobody said it. */
const linkTo = (base: string | null, path: string): string | null => (base === null ? null : `${base}${path}`)

function countsOf(items: readonly Item[], name: (kind: MessageKind) => string, language: Language): string {
  const { counted, facts } = messageWords[language]
  const groups = [...Map.groupBy(items, ({ kind }) => kind)]
  return facts(groups.map(([kind, { length }]) => counted(name(kind), length)))
}

/**
 * What a work group reads of these, as one message: number, matter or emergency, light, community and link; nobody's name, and no
 * place nearer than the community. What is confidential is not for groups: null where nothing else is left.
 */
export function composeForGroup(
  all: readonly Item[],
  language: Language,
  base: string | null,
): Message | null {
  const words = messageWords[language]
  const items = all.filter(({ confidential }) => !confidential).sort(byUrgency)
  const [first] = items
  if (!first) return null
  if (items.every(({ kind }) => kind === 'test'))
    return {
      title: words.test.title,
      counts: null,
      lines: [{ text: words.test.line, link: null }],
      rest: null,
      link: null,
    }
  const name = (kind: MessageKind) => (isPrivate(kind) ? words.waits : words.inGroup[kind])
  const lineOf = (item: Item) => ({
    text: words.facts([
      ...(items.length > 1 ? [name(item.kind)] : []),
      ...(item.number === null ? [] : [item.number]),
      ...(item.emergency?.name ? [item.emergency.name[language]] : []),
      ...(item.caseId === null
        ? []
        : [item.matter?.[language] ?? words.unnamedMatter, words.lights[item.light]]),
      ...(item.area === null ? [] : [item.area[language]]),
    ]),
    link: linkTo(base, pathOf(item)),
  })
  const whole = linkTo(base, pathOfAll(items))
  return {
    title: items.length === 1 ? name(first.kind) : words.many(items.length),
    counts: items.length === 1 ? null : countsOf(items, name, language),
    lines: items.slice(0, mostLines).map(lineOf),
    rest: items.length > mostLines ? words.more(items.length - mostLines) : null,
    link: whole === null || items.length === 1 ? null : { text: words.open, address: whole },
  }
}

/** What somebody is told of their own things and work, on their device or by mail. */
export interface OwnMessage {
  readonly title: string
  readonly lines: readonly string[]
  readonly link: string | null
  /** The same as a path, for a device that knows where it came from. */
  readonly path: string
}

/**
 * What somebody reads outside the app: what happened, and the number. It stands on a locked screen and lies on servers
 * of others, so neither matter nor place is in it; of what is confidential only that something waits. Of an emergency it
 * says which and where: that is no case of anybody's, and whoever is called must know at once.
 */
export function composeForOne(
  all: readonly Item[],
  language: Language,
  base: string | null,
): OwnMessage | null {
  const words = messageWords[language]
  const items = [...all].sort(byUrgency)
  const [first] = items
  if (!first) return null
  const say = ({ kind, confidential }: Item): string =>
    confidential ? words.waits : kind === 'test' ? words.test.title : words.kinds[kind]
  const detailsOf = ({ confidential, number, emergency, area }: Item): string[] => {
    if (confidential) return []
    if (emergency) return [emergency.name, area].flatMap((named) => named?.[language] ?? [])
    return number === null ? [] : [number]
  }
  const lineOf = (item: Item): string => words.facts([say(item), ...detailsOf(item)])
  const path = items.length === 1 ? pathOf(first) : pathOfAll(items)
  const shown = items.slice(0, mostLines).map(lineOf)
  const rest = items.length > mostLines ? [words.more(items.length - mostLines)] : []
  const single = items.length === 1
  const detailsAlone = detailsOf(first)
  return {
    title: single ? say(first) : words.many(items.length),
    lines: single ? (detailsAlone.length === 0 ? [] : [words.facts(detailsAlone)]) : [...shown, ...rest],
    link: linkTo(base, path),
    path,
  }
}

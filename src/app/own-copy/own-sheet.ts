import { type Language, nameIn, placeIn } from '../../kernel/names.ts'
import type { OwnSession } from '../../people/sign-in/security.contract.ts'
import { localMinute } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { SentList } from '../../platform/sheet/send-sheet.ts'
import type { SheetPage } from '../../platform/sheet/write-sheet.ts'
import { type OwnVisit, visitSheetWords } from '../../visits/door.ts'
import { accountEn } from '../../web/words/en/account.ts'
import { casesEn } from '../../web/words/en/cases.ts'
import { consoleRobotsEn } from '../../web/words/en/console-robots.ts'
import { ownCopyEn } from '../../web/words/en/own-copy.ts'
import { ownMessagesEn } from '../../web/words/en/own-messages.ts'
import { postsEn } from '../../web/words/en/posts.ts'
import { registerEn } from '../../web/words/en/register.ts'
import { rightsEn } from '../../web/words/en/rights.ts'
import { noticeKinds } from '../../web/words/notice-kinds.ts'
import { accountZh } from '../../web/words/zh/account.ts'
import { casesZh } from '../../web/words/zh/cases.ts'
import { consoleRobotsZh } from '../../web/words/zh/console-robots.ts'
import { ownCopyZh } from '../../web/words/zh/own-copy.ts'
import { ownMessagesZh } from '../../web/words/zh/own-messages.ts'
import { postsZh } from '../../web/words/zh/posts.ts'
import { registerZh } from '../../web/words/zh/register.ts'
import { rightsZh } from '../../web/words/zh/rights.ts'
import type { OwnCopy } from './own-copy.ts'

const spoken = {
  zh: {
    account: accountZh,
    own: ownCopyZh,
    register: registerZh,
    cases: casesZh,
    posts: postsZh,
    rights: rightsZh,
    messages: ownMessagesZh,
    states: consoleRobotsZh.log.states,
  },
  en: {
    account: accountEn,
    own: ownCopyEn,
    register: registerEn,
    cases: casesEn,
    posts: postsEn,
    rights: rightsEn,
    messages: ownMessagesEn,
    states: consoleRobotsEn.log.states,
  },
} as const

/** The copy as a workbook: a page for each kind of thing, in the reader's language. */
export function ownSheet({ district }: Pick<Ctx, 'district'>, copy: OwnCopy, language: Language): SentList {
  const { own, register } = spoken[language]
  const { account, person } = copy.record
  const minute = (at: string): string => localMinute(Temporal.Instant.from(at), district.timeZone)
  return {
    fileName: 'my-information',
    title: own.title,
    pageName: own.about,
    language,
    // The use case has recorded it.
    chain: null,
    header: [own.item, own.value],
    rows: [
      [own.phone, account.phone],
      [own.openedAt, minute(account.openedAt)],
      ...(person
        ? [
            [own.name, person.name],
            [own.sex, person.sex && register.sexes[person.sex]],
            [own.birthDay, person.birthDay],
            [own.registeredPhone, person.phone],
            [own.registerKind, register.kinds[person.registerKind]],
            [own.identityEnd, person.identityEnd],
          ]
        : []),
    ],
    pages: [
      pageOfPasskeys(copy, language, minute),
      ...pagesOfMessages(copy, language, minute),
      ...pagesOfPerson(copy, language, minute),
      pageOfVisits(copy, language, minute),
      ...pagesOfReports(copy, language, minute),
    ],
  }
}

type Minute = (at: string) => string

function pageOfPasskeys({ passkeys }: OwnCopy, language: Language, minute: Minute): SheetPage {
  const { own, account } = spoken[language]
  return {
    name: own.passkeys.page,
    header: own.passkeys.header,
    rows: passkeys.map(({ system, browser, addedAt, usedAt }) => [
      account.sessions.device(system, browser),
      minute(addedAt),
      usedAt && minute(usedAt),
    ]),
  }
}

function pagesOfMessages({ channels, deliveries }: OwnCopy, language: Language, minute: Minute): SheetPage[] {
  const { own, account, messages, states } = spoken[language]
  const nameOf = ({ device, shown }: OwnCopy['channels'][number]): string =>
    device === null
      ? shown
      : account.sessions.device(
          device.system as OwnSession['system'],
          device.browser as OwnSession['browser'],
        )
  const names = new Map(channels.map((channel) => [channel.id, nameOf(channel)]))
  return [
    {
      name: own.channels.page,
      header: own.channels.header,
      rows: channels.map((channel) => [
        nameOf(channel),
        channel.quiet.from === channel.quiet.until
          ? messages.neverQuiet
          : messages.quiet(channel.quiet.from, channel.quiet.until),
        messages.change.languages[channel.language],
        minute(channel.createdAt),
        own.channels.confirmed[channel.confirmed ? 'yes' : 'no'],
      ]),
    },
    {
      name: own.deliveries.page,
      header: own.deliveries.header,
      rows: deliveries.map(({ channelId, kind, caseNumber, state, createdAt, endedAt }) => [
        names.get(channelId) ?? null,
        kind === 'test' ? null : noticeKinds[language][kind],
        caseNumber,
        minute(createdAt),
        states[state],
        endedAt && minute(endedAt),
      ]),
    },
  ]
}

function pagesOfPerson({ record }: OwnCopy, language: Language, minute: Minute): SheetPage[] {
  const { own, register, posts } = spoken[language]
  const { person, looks, childLooks } = record
  const allLooks = [{ name: own.looks.self, looks }, ...childLooks].flatMap(({ name, looks: of }) =>
    of.map((look) => ({ ...look, of: name })),
  )
  const page = (
    { page: name, header }: { page: string; header: readonly string[] },
    rows: SheetPage['rows'],
  ) => ({
    name,
    header,
    rows,
  })
  return [
    page(
      own.homes,
      (person?.homes ?? []).map(({ place, role, fromDay, toDay }) => [
        place && placed(place, language),
        register.roles[role],
        fromDay,
        toDay,
      ]),
    ),
    page(
      own.consents,
      (person?.consents ?? []).map(({ purpose, givenOn, withdrawnOn }) => [
        register.purposes[purpose],
        givenOn,
        withdrawnOn,
      ]),
    ),
    page(
      own.care,
      (person?.care ?? []).map(({ kind, reason, startsOn, endsOn }) => [
        register.care[kind],
        reason,
        startsOn,
        endsOn,
      ]),
    ),
    page(
      own.looks,
      allLooks.map(({ of, post, unit, what, purpose, words, lastAt, times }) => [
        of,
        post && posts[post],
        unit && nameIn(language, unit),
        own.what[what],
        purpose && register.desk.lookPurposes[purpose],
        words,
        minute(lastAt),
        String(times),
      ]),
    ),
  ]
}

const placed = ({ steps, label }: OwnVisit['place'], language: Language): string =>
  placeIn(language, { names: [...steps, { zh: label, en: label }] })

function pageOfVisits({ visits }: OwnCopy, language: Language, minute: Minute): SheetPage {
  const { own, posts } = spoken[language]
  const said = visitSheetWords[language]
  return {
    name: own.cameTo.page,
    header: own.cameTo.header,
    rows: visits.map(({ visitedAt, place, how, outcome, by, heard, withheld, takenBackAt }) => [
      minute(visitedAt),
      placed(place, language),
      by && posts[by],
      said.how[how],
      said.outcome[outcome],
      withheld ? own.cameTo.withheld : heard,
      takenBackAt && said.takenBack,
    ]),
  }
}

function pagesOfReports(
  { record, cases, questions }: OwnCopy,
  language: Language,
  minute: Minute,
): SheetPage[] {
  const { own, cases: said, rights } = spoken[language]
  return [
    {
      name: own.cases.page,
      header: own.cases.header,
      rows: cases.map(({ number, words, stage, acceptedAt, answer }) => [
        number,
        words,
        said.stages[stage],
        minute(acceptedAt),
        answer,
      ]),
    },
    {
      name: own.questions.page,
      header: own.questions.header,
      rows: questions.map(({ community, words, askedAt, answer }) => [
        nameIn(language, community),
        words,
        minute(askedAt),
        answer,
      ]),
    },
    {
      name: own.requests.page,
      header: own.requests.header,
      rows: record.requests.map(({ kind, words, dueOn, stage, answer }) => [
        rights.kinds[kind],
        words,
        dueOn,
        rights.stages[stage],
        answer,
      ]),
    },
  ]
}

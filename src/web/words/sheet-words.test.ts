import { expect, test } from 'vitest'
import { sheetWords } from '../../cases/export/desk-words.rule.ts'
import { disputeWordsEn, disputeWordsZh } from '../../cases/mediation/dispute-words.contract.ts'
import { assessmentSheetWords } from '../../evaluation/sheet-words.rule.ts'
import { messageWords } from '../../notices/delivery/message-words.rule.ts'
import { accountSheetWords } from '../../people/account-words.rule.ts'
import { sheetNames } from '../../people/offices/body-file-words.rule.ts'
import { coverageSheetWords } from '../../people/offices/coverage-words.rule.ts'
import { retentionSheetWords } from '../../people/rights/retention-words.rule.ts'
import { consoleWords } from './console.ts'
import { consoleRetentionWords } from './console-retention.ts'

// A room of the server may not read the pages' words; a sheet must still say what the page says that it came from.

const inLowerCase = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word.toLowerCase()]))

const labels = (words: Readonly<Record<string, { readonly label: string }>>) =>
  Object.fromEntries(Object.entries(words).map(([code, { label }]) => [code, label]))

test.each(['zh', 'en'] as const)('a sheet says what its page says: %s', (language) => {
  const {
    cases,
    console: desk,
    consoleDesk,
    consoleCase,
    consoleBodies,
    consoleLinks,
    consoleAssessment,
    consoleMediation,
  } = consoleWords[language]
  const { stages, lights, queues, sorts, requests } = sheetWords[language]
  expect({ stages, lights, queues, sorts, requests }).toEqual({
    stages: cases.stages,
    lights: cases.lights,
    queues: desk.desk.queues,
    sorts: consoleDesk.filters.sorts,
    requests: labels(consoleCase.request.kinds),
  })
  expect(accountSheetWords[language].posts).toEqual(desk.session.posts)
  expect(coverageSheetWords[language].lacking).toEqual(consoleLinks.coverage.lacks)
  const { measures, states: ofMonths, tooFew, apart } = consoleAssessment
  expect(assessmentSheetWords[language]).toMatchObject({ measures, states: ofMonths, tooFew })
  const { causes, figures } = consoleMediation
  const { title, byPlace, byQuarter, community, total, agreed, kept, few } = figures
  const ofSheet = language === 'zh' ? disputeWordsZh : disputeWordsEn
  expect(ofSheet).toMatchObject({
    ...{ causes, title, byPlace, byQuarter, community, total, agreed, kept, few },
  })
  expect(ofSheet.quarterOf('2026-Q4')).toBe(figures.quarterOf('2026-Q4'))
  expect(assessmentSheetWords[language]).toMatchObject({
    by: apart.show,
    parts: apart.by,
    noMatter: apart.noMatter,
  })
  const retention = consoleRetentionWords[language]
  expect(retentionSheetWords[language]).toMatchObject({
    title: retention.title,
    kinds: labels(retention.kinds),
  })
  const pages = Object.fromEntries(Object.entries(sheetNames).map(([page, names]) => [page, names[language]]))
  expect(pages).toEqual(consoleBodies.file.sheets)
})

test.each(['zh', 'en'] as const)('a phone calls each post what the desk calls it: %s', (language) => {
  const { field, console: desk } = consoleWords[language]
  // There it stands alone, and begins with a capital.
  expect(inLowerCase(field.me.kinds)).toEqual(desk.session.posts)
})

test.each(['zh', 'en'] as const)('a message calls a light what the page calls it: %s', (language) => {
  expect(messageWords[language].lights).toEqual(consoleWords[language].cases.lights)
})

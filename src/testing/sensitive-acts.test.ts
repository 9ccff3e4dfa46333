import { expect, test } from 'vitest'
import { sensitiveActs } from '../people/sensitive-acts.rule.ts'
import { sourceFiles } from './sources.ts'

/** Asked for, and nothing done with it that belongs on the record: what is only looked at or rehearsed. */
const looks: Readonly<Record<string, string>> = {
  'src/cases/reporter.ts forgetOldContacts': 'each case is erased by erase, which records it',
  'src/cases/mediation/forget-party.ts forgetParty': 'each party is forgotten by forgetOne, which records it',
  'src/cases/mediation/forget-party.ts forgetOldParties':
    'each party is forgotten by forgetOne, which records it',
  'src/cases/mediation/forget-party.ts eraseParty': 'forgetOne records it',
  'src/people/rights/erase-subject.ts forgetAnswered':
    'each request is forgotten by forgetWords, which records it',
  'src/cases/reporter.ts forgetReporter': 'each case is erased by eraseReporter, which records it',
  'src/neighbours/take-back-question.ts forgetAskerOf':
    'each question is forgotten by forget, which records it',
  'src/people/rights/erasures.ts openErasure': 'the program itself, following a line',
  'src/people/rights/erasures.ts finishErasure': 'the program itself, following a line',
  'src/people/rights/erasures.ts eraseAgain': 'eraseSubject records it',
  'src/people/register/home-needs.ts staysOf': 'the program itself, following a line',
  'src/people/rights/list-rights.ts listRights':
    'the queue of the desk that answers; each answer is recorded',
  'src/notices/delivery/robots.ts listRobots': 'names nobody',
  'src/notices/delivery/robots.ts tryRobot': 'a trial that names nothing; the log holds it',
  'src/notices/delivery/log.ts listDeliveries': 'names nobody',
  'src/notices/delivery/log.ts retryDelivery': 'what was to be told is told again; the log holds it',
  'src/people/rights/list-rights.ts countRights': 'a number beside the menu, of what the asker may answer',
  'src/areas/export-areas.ts areasGeoJson': 'its route and its command record it with the number of rows',
  'src/cases/export/replies-of.ts countReplies':
    'a number for the progress of the command, which records the list',
  'src/cases/station/see-actions.ts actionPage': 'what a page offers; eraseActionTexts records it',
  'src/cases/passed-on/list-passed.ts offeredOn': 'what a page offers; erasePassedTexts records it',
  'src/cases/passed-on/powers.ts offersKeeping': 'what a page offers; givePower and endPower record it',
  'src/cases/whistle/can.rule.ts offeredOnWhistle': 'what a page offers; eraseWhistleTexts records it',
  'src/cases/open-of-matter.ts openOfMatter': 'a number beside a change that is only looked at',
  'src/cases/ladder/steps.ts mustKnowSteps': 'the steps of the ladder; announcing some is recorded',
  'src/matters/announce-matter.ts previewMatter': 'a rehearsal',
  'src/matters/import-catalogue.ts importCatalogueFile':
    'the rows go in by importCatalogue, which records them',
  'src/matters/import-catalogue.ts tryCatalogueFile': 'a rehearsal',
  'src/matters/matters.ts readMatter': 'the catalogue is public; its earlier rules are shown too',
  'src/matters/routes.ts readFile': 'before a file is read into memory',
  'src/people/delegation/administrators.ts mustLeaveAdministrators': 'a refusal; the act itself is recorded',
  'src/people/delegation/give-delegation.ts lendablePost': 'a refusal; the lending itself is recorded',
  'src/people/delegation/list-delegations.ts listDelegations': 'the list on the page of people',
  'src/people/give-post.ts checkPost': 'a refusal; the post itself is recorded',
  'src/people/list-accounts.ts listAccounts': 'the page of people; a list that goes out is recorded',
  'src/people/permission/read-permissions.ts readPermissions': 'names nobody',
  'src/people/service/service-accounts.ts listServices': 'names no person',
  'src/people/register/import/decide-row.ts decideRow': 'whom a row means; what is taken in is recorded',
  'src/people/register/import/drop-import.ts dropRegisterImport': 'nothing was taken in',
  'src/people/register/import/drop-import.ts dropOldImports': 'how many is in the line of the night’s round',
  'src/people/register/import/list-rows.ts listRegisterImports': 'names nobody',
  'src/people/register/import/list-rows.ts listImportRows': 'what the asker sent',
  'src/people/register/import/read-file.ts readRegisterFile': 'a rehearsal',
  'src/people/register/import/read-file.ts readOverview': 'numbers alone',
  'src/people/register/import/returned-sheet.ts returnedRegisterSheet': 'the rows that the asker sent',
  'src/people/register/import/routes.ts registerImportRoutes': 'before a file is read into memory',
  'src/people/register/import/undo.ts undoRegisterImport': 'each chunk and the end are recorded',
  'src/people/sign-in/factor-of-others.ts secondFactorKinds': 'names nobody',
}

interface Use {
  readonly name: string
  readonly act: string
  readonly body: string
}

/** A file's functions that ask for a sensitive act, each with its text. */
function usesIn(path: string, text: string): Use[] {
  const starts = [...text.matchAll(/^(?:export )?(?:async )?(?:function|const) (\w+)/gm)]
  return starts.flatMap((start, index) => {
    const body = text.slice(start.index, starts[index + 1]?.index)
    const asked = [...body.matchAll(/\b(?:must|mustByOwnPost|may|actOnCase)\(\s*[^)]*?'([a-z_.]+)'/g)]
    return asked
      .map((match) => match[1]!)
      .filter((act) => (sensitiveActs as ReadonlySet<string>).has(act))
      .map((act) => ({ name: `${path} ${start[1]}`, act, body }))
  })
}

/** A line is written there, or the list says on which chain it is. */
const leavesALine = (body: string): boolean => /\b\w*[lL]ine\(|\.record\(|recordExport\(|\bchain\b/.test(body)

const uses = sourceFiles(['src'], /\.ts$/)
  .filter(({ path }) => !/\.test\.ts$|^src\/testing\//.test(path))
  .flatMap(({ path, text }) => usesIn(path, text))

test('a use without a line is found', () => {
  const planted = `export async function take(ctx: Ctx) {\n  ctx.must('export.run')\n  return rows\n}\n`
  const [use] = usesIn('src/a.ts', planted)
  expect(use).toMatchObject({ name: 'src/a.ts take', act: 'export.run' })
  expect(leavesALine(use!.body)).toBe(false)
})

test('every use of a sensitive permission leaves a line, or is a look that is named here', () => {
  const silent = uses.filter(({ name, body }) => !leavesALine(body) && looks[name] === undefined)
  expect(silent.map(({ name, act }) => `${name}: ${act}`)).toEqual([])
  expect(uses.length).toBeGreaterThan(15)
})

test('every look that is named is one', () => {
  const idle = Object.keys(looks).filter(
    (name) => !uses.some((use) => use.name === name && !leavesALine(use.body)),
  )
  expect(idle).toEqual([])
})

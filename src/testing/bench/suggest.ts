import { existsSync, readFileSync } from 'node:fs'
import { randomFrom } from '../../kernel/random.ts'
import type { Cell, SheetRow } from '../../kernel/sheet/row.ts'
import { learn } from '../../matters/learn/learned.rule.ts'
import { type Decided, guess, type Model } from '../../matters/learn/linear.rule.ts'
import { readSheet } from '../../platform/sheet/read-sheet.ts'

const file = new URL('../../../../shared/data/labelled-messages.xlsx', import.meta.url)
const folds = Number(process.env.SUGGEST_FOLDS ?? 10)
const repeats = Number(process.env.SUGGEST_REPEATS ?? 3)
const seed = Number(process.env.SUGGEST_SEED ?? 1)

/** How well classes are told from words that the model has not seen: repeated, stratified cross-validation. */
export async function suggest(): Promise<void> {
  if (!existsSync(file)) {
    console.log('nothing to measure by: shared/data/labelled-messages.xlsx is not beside the project')
    return
  }
  const decided = await readDecided()
  const labels = [...new Set(decided.map(({ label }) => label))].sort()
  const runs = Array.from({ length: repeats }, (_, repeat) => crossValidate(decided, seed + repeat))
  const scores = runs.map((run) => macroF1(run.table, labels))
  console.log(
    `${decided.length} texts, ${labels.length} classes; ${folds} folds, ${repeats} times, seed ${seed}`,
  )
  console.log(`macro-F1          ${spread(scores)}`)
  console.log(`right             ${spread(runs.map(({ table }) => rightOf(table, labels)))}`)
  const most = labels
    .map((label) => decided.filter((one) => one.label === label).length)
    .reduce((one, other) => Math.max(one, other))
  console.log(
    `always the commonest: right ${share(most / decided.length)}, macro-F1 ${share(commonest(decided, labels))}`,
  )
  printTable(runs[0]!.table, labels)
  printCalibration(runs.flatMap(({ likelihoods }) => likelihoods))
  const began = performance.now()
  const model = learnt(decided, seed)
  const trainedMs = performance.now() - began
  for (const { words } of decided) guess(model, words)
  const guessedMs = performance.now() - began - trainedMs
  console.log(
    `trained on all in ${trainedMs.toFixed(0)} ms; a guess takes ${(guessedMs / decided.length).toFixed(2)} ms`,
  )
}

async function readDecided(): Promise<Decided[]> {
  const [header, ...rows] = await Array.fromAsync(readSheet(readFileSync(file), 'labelled-messages.xlsx'))
  const column = (name: string) => {
    const [letter] = [...header!.cells].find(([, cell]) => textOf(cell) === name) ?? []
    if (letter === undefined) throw new Error(`the sheet has no column ${name}`)
    return (row: SheetRow) => textOf(row.cells.get(letter))
  }
  const [theme, details, label] = [column('留言主题'), column('留言详情'), column('一级分类')]
  return rows.map((row) => ({ words: `${theme(row)}\n${details(row)}`, label: label(row) }))
}

const textOf = (cell: Cell | undefined): string => (cell?.text ?? '').trim()

/** How often a text of one class (first) was taken for another (second). */
type Table = Map<string, Map<string, number>>

function crossValidate(decided: readonly Decided[], shuffle: number) {
  const table: Table = new Map()
  const likelihoods: { likelihood: number; isRight: boolean }[] = []
  const foldOf = foldsOf(decided, shuffle)
  for (let fold = 0; fold < folds; fold += 1) {
    const model = learnt(
      decided.filter((_, index) => foldOf[index] !== fold),
      shuffle,
    )
    for (const [index, { words, label }] of decided.entries()) {
      if (foldOf[index] !== fold) continue
      const [first] = guess(model, words)
      const row = table.get(label) ?? new Map<string, number>()
      row.set(first!.label, (row.get(first!.label) ?? 0) + 1)
      table.set(label, row)
      likelihoods.push({ likelihood: first!.likelihood, isRight: first!.label === label })
    }
  }
  return { table, likelihoods }
}

/** As a district learns: the sheet's order says nothing of when, so which are tried to see how sure to be is drawn. */
function learnt(decided: readonly Decided[], shuffle: number): Model {
  const learned = learn(randomFrom(shuffle).shuffled(decided))
  if (learned === null) throw new Error('too few texts to learn from')
  return learned.model
}

/** Which fold each text is in: every class is dealt out evenly. */
function foldsOf(decided: readonly Decided[], shuffle: number): number[] {
  const random = randomFrom(shuffle)
  const foldOf = decided.map(() => 0)
  const byLabel = Map.groupBy(decided.keys(), (index) => decided[index]!.label)
  let next = 0
  for (const [, indexes] of [...byLabel].sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const index of random.shuffled(indexes)) {
      foldOf[index] = next % folds
      next += 1
    }
  return foldOf
}

const at = (table: Table, label: string, taken: string): number => table.get(label)?.get(taken) ?? 0
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

function f1(table: Table, labels: readonly string[], label: string): number {
  const right = at(table, label, label)
  const are = sum(labels.map((taken) => at(table, label, taken)))
  const taken = sum(labels.map((other) => at(table, other, label)))
  return right === 0 ? 0 : (2 * right) / (are + taken)
}

const macroF1 = (table: Table, labels: readonly string[]): number =>
  sum(labels.map((label) => f1(table, labels, label))) / labels.length

const rightOf = (table: Table, labels: readonly string[]): number =>
  sum(labels.map((label) => at(table, label, label))) /
  sum(labels.flatMap((label) => labels.map((taken) => at(table, label, taken))))

/** What an answer that is always the commonest class is worth. */
function commonest(decided: readonly Decided[], labels: readonly string[]): number {
  const counts = labels.map((label) => decided.filter((one) => one.label === label).length)
  const most = Math.max(...counts)
  return (2 * most) / (most + decided.length) / labels.length
}

const share = (value: number): string => value.toFixed(3)
const spread = (values: readonly number[]): string =>
  `${share(sum(values) / values.length)} (${share(Math.min(...values))} to ${share(Math.max(...values))})`

function printTable(table: Table, labels: readonly string[]): void {
  console.log('\nfirst time through, by class (rows: what it is; columns: what it was taken for)')
  console.log(['', ...labels.map((_, index) => String(index + 1).padStart(4)), '  F1'].join(' '))
  for (const [index, label] of labels.entries())
    console.log(
      [
        String(index + 1).padStart(2),
        ...labels.map((taken) => String(at(table, label, taken)).padStart(4)),
        ` ${share(f1(table, labels, label))}`,
        label,
      ].join(' '),
    )
}

/** Of the answers given with such a likelihood, how many were right. */
function printCalibration(said: readonly { likelihood: number; isRight: boolean }[]): void {
  console.log('\nhow likely it says  answers  right')
  for (const [from, to] of [
    [0, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.9],
    [0.9, 1.01],
  ] as const) {
    const these = said.filter(({ likelihood }) => likelihood >= from && likelihood < to)
    const right = these.filter(({ isRight }) => isRight).length
    console.log(
      `${share(from)} to ${share(Math.min(to, 1))}  ${String(these.length).padStart(8)}  ${these.length === 0 ? '' : share(right / these.length)}`,
    )
  }
}

import type { Took } from './measure.ts'

/** What was measured at one size. */
export interface Sized {
  readonly cases: number
  readonly open: number
  readonly bytes: number
  readonly serverMb: number
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly indexBytes: number }[]
  readonly took: readonly Took[]
}

const mb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`
const ms = (number: number): string => number.toFixed(1)

/** Where the bytes of a case lie, and each time as it was measured. */
export function printSizes({ cases, open, bytes, tables, took, serverMb }: Sized): void {
  console.log(
    `\n${cases} cases, ${open} of them open; database ${mb(bytes)}, server ${serverMb} MB of memory`,
  )
  for (const table of tables.filter((one) => one.bytes > bytes / 100))
    console.log(
      `  ${table.name.padEnd(18)} ${mb(table.bytes).padStart(9)}, ${Math.round(table.bytes / cases)} bytes a case, ` +
        `${Math.round(table.indexBytes / cases)} of them indexes`,
    )
  for (const { name, p50Ms, p95Ms, ratio } of took)
    console.log(
      `  ${name.padEnd(32)} p50 ${ms(p50Ms)} ms  p95 ${ms(p95Ms)} ms${ratio ? `  ×${ratio.toFixed(2)}` : ''}`,
    )
}

/** All sizes beside each other: median and p95 in milliseconds, and how often the raw SQL would fit into the median. */
export function printTable(sizes: readonly Sized[]): void {
  const row = (name: string, cell: (sized: Sized) => string) =>
    console.log([name.padEnd(32), ...sizes.map((sized) => cell(sized).padStart(24))].join(''))
  console.log('\np50 / p95 in ms, × by hand-written SQL')
  row('cases', ({ cases }) => String(cases))
  for (const { name } of sizes[0]?.took ?? [])
    row(name, ({ took }) => {
      const found = took.find((one) => one.name === name)
      if (!found) return '–'
      const { p50Ms, p95Ms, ratio } = found
      return `${ms(p50Ms)} / ${ms(p95Ms)}${ratio === null ? '' : ` ×${ratio.toFixed(2)}`}`
    })
  row('database', ({ bytes }) => mb(bytes))
  row('memory of the server', ({ serverMb }) => `${serverMb} MB`)
}

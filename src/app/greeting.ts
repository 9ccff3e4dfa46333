import type { District } from '../platform/ctx.ts'

/** A demonstration account, as the terminal shows it. */
export interface DemoSignIn {
  readonly nameZh: string
  readonly nameEn: string
  readonly accountName: string
  readonly password: string
}

export const addressesOf = (url: string) => ({
  portal: `${url}/`,
  field: `${url}/field/`,
  console: `${url}/console/`,
  screen: `${url}/screen/`,
  api: `${url}/api/docs`,
})

/** What `linli start` prints when it serves: where to go, with what to sign in, and how to stop. */
export function greeting(
  { nameZh, nameEn }: Pick<District, 'nameZh' | 'nameEn'>,
  url: string,
  { isToSetUp, signIns }: { readonly isToSetUp: boolean; readonly signIns: readonly DemoSignIn[] },
): string {
  const { portal, field, console: staff, screen, api } = addressesOf(url)
  const addresses = table([
    ['居民 Residents', portal],
    ['网格员 Grid workers', field],
    ['工作台 Staff', staff],
    ['大屏 Wall', screen],
    ['接口文档 API', api],
  ])
  const accounts = table(signIns.map((one) => [`${one.nameZh} ${one.nameEn}`, one.accountName, one.password]))
  return [
    '',
    ['邻里已启动 Linli is running', [nameZh, nameEn].filter(Boolean).join(' ')].filter(Boolean).join(' · '),
    '',
    ...addresses,
    ...(isToSetUp
      ? ['', `首次使用，请打开工作台完成设置。 First use: open ${staff} to set up your district.`]
      : []),
    ...(accounts.length > 0
      ? ['', '演示账号和口令 Demonstration sign-ins, name and password', ...accounts]
      : []),
    '',
    '按 Ctrl-C 停止。 Press Ctrl-C to stop.',
  ].join('\n')
}

/** Rows in columns as wide as the terminal shows them. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => shownWidth(row[at] ?? ''))))
  return rows.map((row) =>
    `  ${row.map((cell, at) => cell + ' '.repeat(widths[at]! - shownWidth(cell))).join('   ')}`.trimEnd(),
  )
}

/** Chinese characters and their punctuation take two columns. */
const shownWidth = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        sign,
      )
        ? 2
        : 1),
    0,
  )

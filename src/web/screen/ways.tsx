import type { ReactNode } from 'react'
import { withQuery } from '../api/use-read.ts'
import { type dayBehind, type Narrowed, openBehind } from '../shared/wall/behind.ts'

/** The lists behind numbers are the console's: it opens beside the wall, which goes on hanging. */
function Beside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="linli-console">
      {children}
    </a>
  )
}

/** To the open cases that a number counts. */
export function ToOpen({ narrowed, children }: { narrowed: Narrowed; children: ReactNode }) {
  const { plain, ...search } = openBehind(narrowed)
  return <Beside href={withQuery('/console/desk', { ...search, plain: String(plain) })}>{children}</Beside>
}

/** To the cases that a day's count is made of. */
export function ToDay({
  behind,
  children,
}: {
  behind: ReturnType<typeof dayBehind> & { readonly until?: string }
  children: ReactNode
}) {
  return <Beside href={withQuery('/console/figures/cases', behind)}>{children}</Beside>
}

/** To the reports of one thing. */
export const ToReports = ({ id, children }: { id: string; children: ReactNode }) => (
  <Beside href={`/console/cases/${id}/reports`}>{children}</Beside>
)

export const ToCase = ({ id, children }: { id: string; children: ReactNode }) => (
  <Beside href={`/console/cases/${id}`}>{children}</Beside>
)

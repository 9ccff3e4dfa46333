import { Children, type ReactNode } from 'react'
import { useWords } from '../preferences.tsx'

/** Facts beside each other where one of them is drawn; what is not known is left out. Said ones: `common.facts`. */
export function Facts({ children }: { children: ReactNode }) {
  const { between } = useWords().common
  const facts = Children.map(children, (fact) => fact) ?? []
  return facts.flatMap((fact, index) => (index === 0 ? [fact] : [between, fact]))
}

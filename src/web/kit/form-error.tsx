import { sayProblem } from '../api/problem.ts'
import { useWords } from '../preferences.tsx'

/** Why a form was not taken, beside its button and read aloud. Nothing where there is no error. */
export function FormError({ error, offline }: { error: unknown; offline?: string }) {
  const words = useWords()
  if (error === null || error === undefined) return null
  const said = sayProblem(words, error)
  const isOffline = error instanceof Error && 'kind' in error && error.kind === 'offline'
  return (
    <p className="field__error" role="alert">
      {isOffline && offline !== undefined ? offline : said}
    </p>
  )
}

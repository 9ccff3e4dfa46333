import './session/session.css'
import { sayProblem } from '../api/problem.ts'
import { useWords } from './words.ts'

/** Why a form did not go through and what to do, read aloud when it appears. */
export function FormProblem({ error }: { error: unknown }) {
  const words = useWords()
  if (error === null || error === undefined) return null
  return (
    <p className="form-problem" role="alert">
      {sayProblem(words, error)}
    </p>
  )
}

import { useWords } from '../words.ts'

/** How far long work on an import has come. Where `of` is not known (0) the bar only says that something happens. */
export function Progress({ done, of, says }: { done: number; of: number; says: string }) {
  const { stay } = useWords().consoleRegisterImport.progress
  return (
    <div className="register-import__progress">
      <p role="status">{says}</p>
      {of > 0 ? <progress aria-label={says} value={done} max={of} /> : <progress aria-label={says} />}
      <small>{stay}</small>
    </div>
  )
}

import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { FileBox } from './file-box.tsx'

/** A call that a file is sent with: of one that looks, or of one that takes it in. */
interface Sending<Result> {
  readonly data: Result | undefined
  readonly error: unknown
  readonly isPending: boolean
  mutate(file: File): void
  reset(): void
}

/** A file in two steps: read without writing, then taken in. What each step told is said by `children`. */
export function FileTrial<Tried, Taken>({
  accept,
  hint,
  needed,
  look,
  take,
  title,
  done,
  children,
}: {
  accept: string
  hint: string
  /** What is said where it is sent without a file. */
  needed: string
  look: Sending<Tried>
  take: Sending<Taken>
  /** The heading of what would come of it. */
  title?: ReactNode
  /** The heading of what came of it. */
  done: ReactNode
  children(result: Tried | Taken, isDone: boolean): ReactNode
}) {
  const { common, consoleImports: said } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const [isMissed, setMissed] = useState(false)
  const choose = (chosen: File) => {
    setFile(chosen)
    look.reset()
    take.reset()
  }
  return (
    <>
      <FileBox
        accept={accept}
        hint={hint}
        error={isMissed && file === null ? needed : undefined}
        file={file}
        onFile={choose}
      />
      <FormProblem error={look.error ?? take.error} />
      {look.data === undefined && (
        <Button busy={look.isPending} onClick={() => (file === null ? setMissed(true) : look.mutate(file))}>
          {said.try}
        </Button>
      )}
      {look.data !== undefined && take.data === undefined && (
        <>
          {title}
          <p role="status">{said.outcome.nothingYet}</p>
          {children(look.data, false)}
          <div className="people__acts">
            <Button busy={take.isPending} onClick={() => file !== null && take.mutate(file)}>
              {said.outcome.applyAll}
            </Button>
            <Button look="quiet" onClick={() => look.reset()}>
              {common.actions.cancel}
            </Button>
          </div>
        </>
      )}
      {take.data !== undefined && (
        <div role="status">
          {done}
          {children(take.data, true)}
        </div>
      )}
    </>
  )
}

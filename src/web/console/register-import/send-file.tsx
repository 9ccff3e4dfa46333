import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { FormProblem } from '../form-problem.tsx'
import { FileBox } from '../import/file-box.tsx'
import { useWords } from '../words.ts'
import { Progress } from './progress.tsx'
import { useReadFile } from './use-register-import.ts'

/** A list of residents to choose, and to have read without writing anything. */
export function SendFile({ onRead }: { onRead(id: string, file: File): void }) {
  const { file: said, progress: told } = useWords().consoleRegisterImport
  const [file, setFile] = useState<File | null>(null)
  const [isMissed, setMissed] = useState(false)
  const { run, progress } = useReadFile()
  const read = () => {
    if (file === null) setMissed(true)
    else if (!run.isPending) run.mutate({ file }, { onSuccess: ({ id }) => onRead(id, file) })
  }
  return (
    <section className="panel">
      <FileBox
        accept=".xlsx,.csv,.gz,.tsv,.txt"
        hint={said.hint}
        error={isMissed && file === null ? said.needed : undefined}
        file={file}
        onFile={(chosen) => {
          setFile(chosen)
          run.reset()
        }}
      />
      <FormProblem error={run.error} />
      <Button busy={run.isPending} onClick={read}>
        {said.read}
      </Button>
      {run.isPending && (
        <Progress done={progress?.done ?? 0} of={0} says={told.reading(progress?.done ?? 0)} />
      )}
    </section>
  )
}

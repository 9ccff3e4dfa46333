import '../books.css'
import { useState } from 'react'
import { Field, TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { ActForm } from '../case/act-form.tsx'
import { ImportDone } from '../import/import-done.tsx'
import { PastImports } from '../import/past-imports.tsx'
import { useImportMessages } from '../import/use-imports.ts'
import { useWords } from '../words.ts'

/** A file of messages comes in: sound rows are kept, the others come back with their reasons. */
export default function ImportPage() {
  const { import: said } = useWords().consoleBooks
  const [file, setFile] = useState<File | null>(null)
  const [system, setSystem] = useState('')
  const [tried, setTried] = useState(false)
  const take = useImportMessages()
  useTitle(said.title)
  const send = () => {
    setTried(true)
    if (file !== null) take.mutate({ file, system: system.trim() })
  }
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <section className="panel">
        <ActForm label={said.send} busy={take.isPending} error={take.error} onSend={send}>
          <Field
            label={said.file}
            hint={said.fileHint}
            error={tried && file === null ? said.fileNeeded : undefined}
          >
            {(control) => (
              <input
                {...control}
                className="input"
                type="file"
                accept=".xlsx,.csv"
                onChange={(event) => {
                  setFile(event.target.files?.[0] ?? null)
                  take.reset()
                }}
              />
            )}
          </Field>
          <TextField
            label={said.system}
            hint={said.systemHint}
            optional
            maxLength={40}
            value={system}
            onChange={(event) => setSystem(event.target.value)}
          />
        </ActForm>
        <p role="status">{take.isPending && said.waiting}</p>
      </section>
      {take.data && <ImportDone result={take.data} />}
      <PastImports />
    </div>
  )
}

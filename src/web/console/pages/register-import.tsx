import '../books.css'
import '../import/file-box.css'
import '../people/people.css'
import '../register-import/register-import.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTitle } from '../../kit/shell.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { OneImport } from '../register-import/one-import.tsx'
import { PastImports } from '../register-import/past-imports.tsx'
import { SendFile } from '../register-import/send-file.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The register of homes and people comes in from a file: read, looked at row by row, taken in, undone. */
export default function RegisterImportPage() {
  const { title } = useWords().consoleRegisterImport
  const me = useSignedIn()
  useTitle(title)
  if (!mayDo(me, 'register.import')) return <NotPermitted />
  return (
    <div className="book register-import">
      <h1>{title}</h1>
      <Imports />
    </div>
  )
}

function Imports() {
  const { consoleRegisterImport: said } = useWords()
  const navigate = useNavigate()
  const { id } = useSearch({ strict: false }) as { id?: string }
  const [sent, setSent] = useState<{ readonly id: string; readonly file: File } | null>(null)
  const open = (read: string, file: File) => {
    setSent({ id: read, file })
    void navigate({ to: '/register/import', search: { id: read } })
  }
  if (id !== undefined)
    return <OneImport key={id} id={id} file={sent?.id === id ? sent.file : null} onAgain={open} />
  return (
    <>
      <p className="book__lead">{said.lead}</p>
      <SendFile onRead={open} />
      <PastImports />
    </>
  )
}

import '../books.css'
import '../import/file-box.css'
import '../people/people.css'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Act } from '../../../people/contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { ImportCases } from '../import/import-cases.tsx'
import { ImportFrame } from '../import/import-frame.tsx'
import { PastImports } from '../import/past-imports.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'

type Kind = 'messages' | 'requests' | 'catalogue' | 'areas'
const needs: Record<Kind, Act> = {
  messages: 'import.run',
  requests: 'import.run',
  catalogue: 'matter.manage',
  areas: 'area.manage',
}
const kinds = Object.keys(needs) as Kind[]

/** A file comes in: read first without writing, then taken in; what is at fault comes back with its reason. */
export default function ImportPage() {
  const { words, language } = useReading()
  const { consoleImports: said, consoleBooks } = words
  const me = useSignedIn()
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string }
  const [kind, setKind] = useState<Kind>(kinds.find((one) => one === asked) ?? 'messages')
  useTitle(consoleBooks.import.title)
  const open = kinds.filter((one) => mayDo(me, needs[one]))
  return (
    <div className="book">
      <h1>{consoleBooks.import.title}</h1>
      <p className="book__lead">{consoleBooks.import.lead}</p>
      {mayDo(me, 'register.import') && (
        <p className="no-print">
          <Link to="/register/import">{words.consoleRegisterImport.title}</Link>
        </p>
      )}
      <div className="import-book">
        <Choices<Kind>
          label={said.kind}
          options={open.map((value) => ({ value, label: said.kinds[value] }))}
          value={kind}
          onChoose={setKind}
        />
        <div>
          {kind === 'catalogue' || kind === 'areas' ? (
            <ImportFrame key={kind} kind={kind} />
          ) : (
            <ImportCases key={kind} kind={kind} />
          )}
        </div>
      </div>
      <PastImports />
      {mayDo(me, 'export.run') && (
        <p className="no-print">
          <a href={`/api/imports/sheet?language=${language}`} download>
            {said.sheet}
          </a>
        </p>
      )}
    </div>
  )
}

import '../books.css'
import '../register/register.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { SearchField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Found } from '../../shared/register/found.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { useSettled } from '../../shared/use-settled.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { RegisterTree } from '../register/register-tree.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The register of homes and people: searched, or walked from the own area down to a home. */
export default function RegisterPage() {
  const said = useSaid()
  const me = useSignedIn()
  useTitle(said.desk.title)
  if (!mayDo(me, 'register.see') && !mayDo(me, 'register.count')) return <NotPermitted />
  return <Register seesPeople={mayDo(me, 'register.see')} />
}

function Register({ seesPeople }: { seesPeople: boolean }) {
  const said = useSaid()
  const { consoleRegisterImport } = useWords()
  const me = useSignedIn()
  const navigate = useNavigate()
  const { area } = useSearch({ strict: false }) as { area?: string }
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const top = me.posts.find(({ kind }) => kind !== 'administrator' && kind !== 'evaluator')?.area.id
  const areaId = area ?? top ?? me.district.areaId
  return (
    <div className="book register">
      <h1>{said.desk.title}</h1>
      <p className="book__lead">{said.desk.lead}</p>
      {mayDo(me, 'register.import') && (
        <p className="no-print">
          <Link to="/register/import">{consoleRegisterImport.link}</Link>
        </p>
      )}
      {seesPeople && (
        <div className="find-line">
          <SearchField label={said.find} hint={said.findHint} value={typed} onType={setTyped} />
        </div>
      )}
      {text !== '' ? (
        <div className="beside">
          <Found
            text={text}
            personAt={({ personId }) => `/register/people/${personId}`}
            homeAt={(homeId) => `/register/homes/${homeId}`}
          />
        </div>
      ) : (
        areaId !== null && (
          <RegisterTree
            areaId={areaId}
            topId={top ?? areaId}
            onArea={(next) => void navigate({ to: '/register', search: { area: next } })}
          />
        )
      )}
    </div>
  )
}

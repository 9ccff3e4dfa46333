import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Me } from '../../../people/contract.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { SecondFactorLater } from '../../shared/account/needs.tsx'
import { PasskeySignInLater } from '../../shared/account/passkey-sign-in-later.tsx'
import { useNameOf } from '../../shared/names.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { signIn, useAskAgain } from './me.ts'
import { SingleSignOn } from './single-sign-on.tsx'

/** Staff sign in by name and password, or a passkey. */
export function SignInForm({ district }: { district: Me['district'] }) {
  const { signIn: said } = useWords().console
  const nameOf = useNameOf()
  const again = useAskAgain()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  /** The password was right, and a second factor is asked for. */
  const [half, setHalf] = useState(false)
  useTitle(said.title)
  const send = useMutation({
    mutationFn: () => signIn(username.trim(), password),
    onSuccess: ({ needs }) => (needs === 'second_factor' ? setHalf(true) : again.everything()),
  })
  const missing = (value: string) => (tried && value === '' ? said.needed : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!send.isPending && username.trim() !== '' && password !== '') send.mutate()
  }
  if (half) return <SecondFactorLater onDone={() => void again.everything()} onOther={() => setHalf(false)} />
  return (
    <form onSubmit={submit} noValidate>
      <h1>{said.title}</h1>
      <p className="plain__lead">
        {district.demonstration ? said.demonstration(nameOf(district)) : nameOf(district)}
      </p>
      <FormProblem error={send.error} />
      <TextField
        label={said.name}
        value={username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={missing(username.trim())}
        onChange={(event) => setUsername(event.target.value)}
      />
      <TextField
        label={said.password}
        type="password"
        value={password}
        autoComplete="current-password"
        error={missing(password)}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" wide busy={send.isPending}>
        {said.act}
      </Button>
      <PasskeySignInLater onDone={() => again.everything()} />
      <SingleSignOn />
      <p className="plain__foot">
        <small>{said.forgotten}</small>
      </p>
      <p className="plain__foot">
        <a className="text-button" href="/">
          {said.residents}
        </a>
      </p>
    </form>
  )
}

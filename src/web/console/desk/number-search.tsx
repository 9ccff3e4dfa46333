import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type Ref, useState } from 'react'
import { isRefusal } from '../../api/problem.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { findByNumber } from './use-desk.ts'

/** Opens a case by its number. */
export function NumberSearch({ box }: { box: Ref<HTMLInputElement> }) {
  const { find } = useWords().console
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const search = useMutation({
    mutationFn: () => findByNumber(number.trim()),
    onSuccess: ({ rows }) => {
      const found = rows[0]
      if (found) void navigate({ to: '/cases/$id', params: { id: found.id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() !== '' && !search.isPending) search.mutate()
  }
  const none = search.data?.rows.length === 0 || isRefusal(search.error, 'not_found')
  return (
    <form className="find" onSubmit={submit}>
      <label className="unseen" htmlFor="find-number">
        {find.label}
      </label>
      <input
        id="find-number"
        ref={box}
        className="input"
        type="search"
        value={number}
        placeholder={find.placeholder}
        aria-keyshortcuts="/"
        onChange={(event) => {
          setNumber(event.target.value)
          search.reset()
        }}
      />
      {none ? (
        <p className="find__none" role="alert">
          {find.none(number.trim())}
        </p>
      ) : (
        <FormProblem error={search.error} />
      )}
    </form>
  )
}

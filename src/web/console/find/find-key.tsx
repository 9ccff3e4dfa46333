import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { somethingOpen } from '../../shared/keys.ts'
import { mayDo, useSignedIn } from '../session/me.ts'

export const findBoxId = 'find-anything'

/** Ctrl+K, or Command+K, from every page of the console to the field in which anything is found. */
export function FindKey() {
  const isOpen = mayDo(useSignedIn(), 'case.see')
  const navigate = useNavigate()
  useEffect(() => {
    if (!isOpen) return
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      if (event.key.toLowerCase() !== 'k' || somethingOpen()) return
      event.preventDefault()
      const box = document.getElementById(findBoxId)
      if (box === null) void navigate({ to: '/find' })
      else box.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOpen, navigate])
  return null
}

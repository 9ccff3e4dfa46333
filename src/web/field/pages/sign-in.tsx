import { useNavigate } from '@tanstack/react-router'
import { useTitle } from '../../kit/shell.tsx'
import { useWords } from '../../preferences.tsx'
import { SignInForm } from '../session/sign-in-form.tsx'

export default function SignInPage() {
  const { signIn } = useWords().field
  useTitle(signIn.title)
  const navigate = useNavigate()
  return <SignInForm onSignedIn={() => navigate({ to: '/' })} />
}

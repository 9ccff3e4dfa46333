import '../tokens.css'
import '../base.css'
import '../large.css'
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { draw } from '../start-face.tsx'
import { Gallery } from './gallery.tsx'

// The tabs and the shell hold links, so the gallery too stands in a router.
const router = createRouter({ routeTree: createRootRoute({ component: Gallery }), basepath: '/kit' })

void draw(<RouterProvider router={router} />)

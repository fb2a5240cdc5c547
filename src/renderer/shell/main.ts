import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import './tokens.css';
import './tokens-dark.css';
import './base.css';
import './symbols.css';
import './frame.css';
import './controls.css';
import './panes.css';
import './narrow.css';
import './overlays.css';
import './forms.css';
import './print.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.body });

import { language } from '../shared/strings.js';
import './shell.js';

document.documentElement.lang = language;

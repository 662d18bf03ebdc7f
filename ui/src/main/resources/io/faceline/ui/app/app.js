import '/ui/elements/shell.js';

// easy-template-x as its documentation has it: one handler, a template processed and written.
'use strict'
const fs = require('fs')
const { TemplateHandler } = require('easy-template-x')
const serve = require('./serving.js')

const [template, data, out] = process.argv.slice(2, 5)
const values = JSON.parse(fs.readFileSync(data, 'utf8'))
const handler = new TemplateHandler()

serve(async (path) => {
  fs.writeFileSync(path, await handler.process(fs.readFileSync(template), values))
}, out)

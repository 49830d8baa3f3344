#pragma once

#include "portfix/render.hpp"

namespace portfix {

// One entry of the table of formats each; the file of that name has it.

Format text_format();
Format json_format();
Format jsonl_format();
Format markdown_format();
Format tsv_format();
Format reply_format();
Format resubmit_format();
Format ticket_format();

}  // namespace portfix

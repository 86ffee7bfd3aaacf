/// Scripts with which a shell completes the command lines of a program, made of its declarations.
package enum Completion: String, CaseIterable, Sendable {
  /// The shell of most systems.
  case bash
  /// The shell of many desktops.
  case zsh

  /// The script for a program.
  package func script(for program: Program) -> String {
    switch self {
    case .bash: Self.bash(program)
    case .zsh: Self.zsh(program)
    }
  }

  // MARK: - bash

  /// What has no word of its own to offer is left to the shell, which offers files.
  private static func bash(_ program: Program) -> String {
    let name = program.name
    let commands = (program.commands.map(\.name) + ["--help", "--version"]).joined(separator: " ")
    let cases = program.commands.map { bashCase(of: $0) }.joined()
    return """
      # Completes the command lines of \(name) in bash. For every shell:
      #   \(name) completion bash > ~/.local/share/bash-completion/completions/\(name)
      _\(name)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="" words="" options="" value=""
        (( COMP_CWORD > 0 )) && previous="${COMP_WORDS[COMP_CWORD-1]}"
        # The shell cuts --name=value at the sign.
        if [[ $current == "=" ]]; then
          current=""
        elif [[ $previous == "=" ]]; then
          previous="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        COMPREPLY=()
        if (( COMP_CWORD == 1 )); then
          COMPREPLY=($(compgen -W "\(commands)" -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases)    *) return ;;
        esac
        if [[ -n $value ]]; then
          [[ $value == "*" ]] || COMPREPLY=($(compgen -W "$value" -- "$current"))
        elif [[ $current == -* ]]; then
          COMPREPLY=($(compgen -W "$options --help" -- "$current"))
        elif (( COMP_CWORD == 2 )) && [[ -n $words ]]; then
          COMPREPLY=($(compgen -W "$words" -- "$current"))
        fi
      }
      complete -o default -F _\(name) \(name)

      """
  }

  private static func bashCase(of command: Command) -> String {
    let options = command.options.map { "--" + $0.name }.joined(separator: " ")
    var lines = ["    \(command.name))", "      options=\"\(options)\""]
    if !command.words.isEmpty {
      lines.append("      words=\"\(command.words.joined(separator: " "))\"")
    }
    let valued = command.options.filter { $0.placeholder != nil }
    if !valued.isEmpty {
      lines.append("      case \"$previous\" in")
      for option in valued {
        let value = option.words.isEmpty ? "*" : option.words.joined(separator: " ")
        lines.append("        --\(option.name)) value=\"\(value)\" ;;")
      }
      lines.append("      esac")
    }
    lines.append("      ;;")
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - zsh

  private static func zsh(_ program: Program) -> String {
    let name = program.name
    let commands = program.commands.map { "    \(quoted("\($0.name):\($0.summary)"))\n" }.joined()
    let cases = program.commands.map { zshCase(of: $0) }.joined()
    return """
      #compdef \(name)
      # Completes the command lines of \(name) in zsh. For every shell, where ~/.zfunc is in fpath:
      #   \(name) completion zsh > ~/.zfunc/_\(name)
      _\(name)() {
        local -a commands
        commands=(
      \(commands)  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(cases)  esac
      }
      compdef _\(name) \(name)

      """
  }

  private static func zshCase(of command: Command) -> String {
    var parts = command.options.map { option in
      var part = (option.isRepeatable ? "*" : "") + "--\(option.name)"
      if option.placeholder != nil { part += "=" }
      part += "[\(zshText(option.help))]"
      if let placeholder = option.placeholder {
        let value = option.words.isEmpty ? "_files" : "(\(option.words.joined(separator: " ")))"
        part += ":\(zshText(placeholder)):\(value)"
      }
      return quoted(part)
    }
    parts.append(quoted("--help[Print the help page.]"))
    if !command.words.isEmpty {
      parts.append(quoted("1:word:(\(command.words.joined(separator: " ")))"))
    }
    parts.append(quoted("*:file:_files"))
    let arguments = parts.map { " \\\n        " + $0 }.joined()
    return "    \(command.name))\n      _arguments\(arguments)\n      ;;\n"
  }

  /// A text without the signs that part the fields of a completion.
  private static func zshText(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
      .replacing(":", with: "\\:")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

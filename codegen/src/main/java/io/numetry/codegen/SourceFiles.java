package io.numetry.codegen;

import io.numetry.codegen.read.Declaration;
import io.numetry.codegen.read.Position;
import io.numetry.codegen.read.TypeId;
import io.numetry.codegen.validate.Faults;
import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;

/** Writes what was generated, or reports why it cannot be written. */
final class SourceFiles {
  private final Filer filer;
  private final Reports reports;

  SourceFiles(Filer filer, Reports reports) {
    this.filer = filer;
    this.reports = reports;
  }

  /**
   * Writes a class's source.
   *
   * @param subject who it is generated for, for messages
   * @param position of what it is generated for, and originates from
   */
  void write(
      TypeId type, String source, String subject, Position position, Declaration declaration) {
    try (Writer file =
        filer.createSourceFile(type.qualifiedName(), position.originatingElement()).openWriter()) {
      file.write(source);
    } catch (FilerException taken) {
      reports.add(Faults.nameTaken(subject, position, declaration));
    } catch (IOException unwritable) {
      reports.add(Faults.unwritable(subject, position, unwritable));
    }
  }
}
